import tensorflow as tf
r = tf.ragged.constant([[1, 2], [3], [], [4, 5, 6]])
print(r, r.shape)  # expect: <tf.RaggedTensor [[1, 2], [3], [], [4, 5, 6]]> (4, None)
print(r.row_splits.numpy(), r.row_lengths().numpy())  # expect: [0 2 3 3 6] [2 1 0 3]
print(r.to_tensor().numpy().tolist())  # expect: [[1, 2, 0], [3, 0, 0], [0, 0, 0], [4, 5, 6]]
print(r.to_tensor(-1, shape=[None, 2]).numpy().tolist())  # expect: [[1, 2], [3, -1], [-1, -1], [4, 5]]
print(r[1:3], r[0].numpy(), r[:, :1])  # expect: <tf.RaggedTensor [[3], []]> [1 2] <tf.RaggedTensor [[1], [3], [], [4]]>
print(r * 2, tf.reduce_sum(r, axis=1).numpy())  # expect: <tf.RaggedTensor [[2, 4], [6], [], [8, 10, 12]]> [ 3  3  0 15]
print(tf.concat([r, r], axis=1)[0].numpy())  # expect: [1 2 1 2]
print(tf.RaggedTensor.from_row_lengths([1, 2, 3], [2, 0, 1]))  # expect: <tf.RaggedTensor [[1, 2], [], [3]]>
print(tf.ragged.constant([[[1], [2, 3]], [[4]]]))  # expect: <tf.RaggedTensor [[[1], [2, 3]], [[4]]]>
