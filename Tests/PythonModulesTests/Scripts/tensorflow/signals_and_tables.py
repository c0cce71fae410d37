import tensorflow as tf
x = tf.constant([1., 2., 3., 4.])
print(tf.signal.rfft(x))  # expect: tf.Tensor([10.+0.j -2.+2.j -2.+0.j], shape=(3,), dtype=complex64)
print(tf.signal.irfft(tf.signal.rfft(x)))  # expect: tf.Tensor([1. 2. 3. 4.], shape=(4,), dtype=float32)
print(tf.signal.fft(tf.cast(x, tf.complex64)))  # expect: tf.Tensor([10.+0.j -2.+2.j -2.+0.j -2.-2.j], shape=(4,), dtype=complex64)
print(tf.signal.frame(tf.range(10), 4, 2))  # expect: tf.Tensor(
# expect: [[0 1 2 3]
# expect:  [2 3 4 5]
# expect:  [4 5 6 7]
# expect:  [6 7 8 9]], shape=(4, 4), dtype=int32)
print(tf.signal.frame(tf.range(10.), 4, 3, pad_end=True))  # expect: tf.Tensor(
# expect: [[0. 1. 2. 3.]
# expect:  [3. 4. 5. 6.]
# expect:  [6. 7. 8. 9.]
# expect:  [9. 0. 0. 0.]], shape=(4, 4), dtype=float32)
print(tf.signal.overlap_and_add(tf.ones([3, 4]), 2))  # expect: tf.Tensor([1. 1. 2. 2. 2. 2. 1. 1.], shape=(8,), dtype=float32)
keys = tf.lookup.KeyValueTensorInitializer(['a', 'b'], [1, 2])
table = tf.lookup.StaticHashTable(keys, -1)
print(table.lookup(tf.constant(['b', 'z'])), table.size())  # expect: tf.Tensor([ 2 -1], shape=(2,), dtype=int32) tf.Tensor(2, shape=(), dtype=int64)
print(table[tf.constant([['a']])])  # expect: tf.Tensor([[1]], shape=(1, 1), dtype=int32)
