import tensorflow as tf
s = tf.sparse.SparseTensor(indices=[[0, 0], [1, 2]], values=[1, 2], dense_shape=[3, 4])
d = tf.sparse.from_dense([[0, 1.], [2, 0]])
print(s)  # expect: SparseTensor(indices=tf.Tensor(
# expect: [[0 0]
# expect:  [1 2]], shape=(2, 2), dtype=int64), values=tf.Tensor([1 2], shape=(2,), dtype=int32), dense_shape=tf.Tensor([3 4], shape=(2,), dtype=int64))
print(tf.sparse.to_dense(s))  # expect: tf.Tensor(
# expect: [[1 0 0 0]
# expect:  [0 0 2 0]
# expect:  [0 0 0 0]], shape=(3, 4), dtype=int32)
print(d.shape, d.dtype, tf.sparse.to_dense(d).numpy())  # expect: (2, 2) <dtype: 'float32'> [[0. 1.]
# expect:  [2. 0.]]
print(tf.sparse.sparse_dense_matmul(d, [[1.], [2.]]))  # expect: tf.Tensor(
# expect: [[2.]
# expect:  [2.]], shape=(2, 1), dtype=float32)
print(tf.sparse.reduce_sum(d))  # expect: tf.Tensor(3.0, shape=(), dtype=float32)
print(tf.sparse.to_dense(tf.sparse.add(d, d)))  # expect: tf.Tensor(
# expect: [[0. 2.]
# expect:  [4. 0.]], shape=(2, 2), dtype=float32)
print(tf.sparse.to_dense(tf.sparse.transpose(d)))  # expect: tf.Tensor(
# expect: [[0. 2.]
# expect:  [1. 0.]], shape=(2, 2), dtype=float32)
print(tf.sparse.reshape(s, [4, 3]))  # expect: SparseTensor(indices=tf.Tensor(
# expect: [[0 0]
# expect:  [2 0]], shape=(2, 2), dtype=int64), values=tf.Tensor([1 2], shape=(2,), dtype=int32), dense_shape=tf.Tensor([4 3], shape=(2,), dtype=int64))
print(tf.sparse.slice(s, [0, 0], [2, 2]))  # expect: SparseTensor(indices=tf.Tensor([[0 0]], shape=(1, 2), dtype=int64), values=tf.Tensor([1], shape=(1,), dtype=int32), dense_shape=tf.Tensor([2 2], shape=(2,), dtype=int64))
print(tf.sparse.to_dense(s, default_value=-1))  # expect: tf.Tensor(
# expect: [[ 1 -1 -1 -1]
# expect:  [-1 -1  2 -1]
# expect:  [-1 -1 -1 -1]], shape=(3, 4), dtype=int32)
print(tf.sparse.reorder(tf.sparse.SparseTensor([[1, 0], [0, 1]], [3, 4], [2, 2])))  # expect: SparseTensor(indices=tf.Tensor(
# expect: [[0 1]
# expect:  [1 0]], shape=(2, 2), dtype=int64), values=tf.Tensor([4 3], shape=(2,), dtype=int32), dense_shape=tf.Tensor([2 2], shape=(2,), dtype=int64))
print(tf.sparse.to_dense(tf.sparse.from_dense([["a", ""]])))  # expect: tf.Tensor([[b'a' b'']], shape=(1, 2), dtype=string)
print(tf.sparse.to_dense(tf.sets.union([[1, 2, 2], [3, 4, 5]], [[2, 6], [3, 9]])))  # expect: tf.Tensor(
# expect: [[1 2 6 0]
# expect:  [3 4 5 9]], shape=(2, 4), dtype=int32)
print(tf.sets.size(tf.sets.intersection([[1, 2], [3, 4]], [[2, 5], [9, 9]])))  # expect: tf.Tensor([1 0], shape=(2,), dtype=int32)
print(tf.sets.difference([[1, 2, 3]], [[2]]))  # expect: SparseTensor(indices=tf.Tensor(
# expect: [[0 0]
# expect:  [0 1]], shape=(2, 2), dtype=int64), values=tf.Tensor([1 3], shape=(2,), dtype=int32), dense_shape=tf.Tensor([1 2], shape=(2,), dtype=int64))
