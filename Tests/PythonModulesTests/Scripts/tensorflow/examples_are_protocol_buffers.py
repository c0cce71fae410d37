import tensorflow as tf

features = {
    'x': tf.train.Feature(int64_list=tf.train.Int64List(value=[1, -2])),
    's': tf.train.Feature(bytes_list=tf.train.BytesList(value=[b'hi', b'you'])),
    'f': tf.train.Feature(float_list=tf.train.FloatList(value=[0.5, 3.]))}
example = tf.train.Example(features=tf.train.Features(feature={'x': features['x']}))
print(example.SerializeToString())  # expect: b'\n\x16\n\x14\n\x01x\x12\x0f\x1a\r\n\x0b\x01\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x01'
print(example)  # expect: features {
# expect:   feature {
# expect:     key: "x"
# expect:     value {
# expect:       int64_list {
# expect:         value: 1
# expect:         value: -2
# expect:       }
# expect:     }
# expect:   }
# expect: }
# expect:
whole = tf.train.Example(features=tf.train.Features(feature=features)).SerializeToString()
kinds = {'x': tf.io.FixedLenFeature([2], tf.int64), 's': tf.io.FixedLenFeature([2], tf.string), 'f': tf.io.FixedLenFeature([2], tf.float32), 'd': tf.io.FixedLenFeature([], tf.float32, default_value=7.)}
parsed = tf.io.parse_single_example(whole, kinds)
print(sorted(parsed), parsed['x'], parsed['s'], parsed['f'], parsed['d'])  # expect: ['d', 'f', 's', 'x'] tf.Tensor([ 1 -2], shape=(2,), dtype=int64) tf.Tensor([b'hi' b'you'], shape=(2,), dtype=string) tf.Tensor([0.5 3. ], shape=(2,), dtype=float32) tf.Tensor(7.0, shape=(), dtype=float32)
print(tf.train.Example.FromString(whole).features.feature['s'].bytes_list.value)  # expect: [b'hi', b'you']
batch = tf.io.parse_example([whole, whole], {'x': tf.io.VarLenFeature(tf.int64)})
print(tf.sparse.to_dense(batch['x']))  # expect: tf.Tensor(
# expect: [[ 1 -2]
# expect:  [ 1 -2]], shape=(2, 2), dtype=int64)
for tensor in (tf.constant([1., 2.]), tf.constant([[1, 2], [3, 4]]), tf.constant(['a', 'bc']), tf.constant(True)):
    print(tf.io.parse_tensor(tf.io.serialize_tensor(tensor), tensor.dtype))  # expect: tf.Tensor([1. 2.], shape=(2,), dtype=float32)
# expect: tf.Tensor(
# expect: [[1 2]
# expect:  [3 4]], shape=(2, 2), dtype=int32)
# expect: tf.Tensor([b'a' b'bc'], shape=(2,), dtype=string)
# expect: tf.Tensor(True, shape=(), dtype=bool)
print(tf.io.serialize_tensor(tf.constant([1., 2.])))  # expect: tf.Tensor(b'\x08\x01\x12\x04\x12\x02\x08\x02"\x08\x00\x00\x80?\x00\x00\x00@', shape=(), dtype=string)
print(tf.io.decode_raw(b'\x01\x00\x02\x00', tf.int16), tf.io.encode_base64('hi'), tf.io.decode_base64('aGk'))  # expect: tf.Tensor([1 2], shape=(2,), dtype=int16) tf.Tensor(b'aGk', shape=(), dtype=string) tf.Tensor(b'hi', shape=(), dtype=string)
tf.io.write_file('t.txt', 'text')
print(tf.io.read_file('t.txt'), tf.io.gfile.exists('t.txt'))  # expect: tf.Tensor(b'text', shape=(), dtype=string) True
