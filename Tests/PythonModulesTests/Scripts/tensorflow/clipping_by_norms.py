import tensorflow as tf
print(tf.clip_by_norm([3.0, 4.0], 1.0).numpy())  # expect: [0.6 0.8]
parts, norm = tf.clip_by_global_norm([tf.constant([3.0, 4.0]), tf.constant([12.0])], 5.0)
print(parts[0].numpy(), parts[1].numpy(), norm.numpy())  # expect: [1.1538461 1.5384616] [4.6153846] 13.0
