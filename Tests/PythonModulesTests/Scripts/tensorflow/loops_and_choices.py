import tensorflow as tf
print(tf.while_loop(lambda i: i < 5, lambda i: [i + 1], [0])[0].numpy())  # expect: 5
print(tf.scan(lambda a, x: a + x, tf.range(5)).numpy())  # expect: [ 0  1  3  6 10]
print(tf.scan(lambda a, x: a + x, tf.range(5), reverse=True).numpy())  # expect: [10 10  9  7  4]
print(tf.foldr(lambda a, x: a - x, tf.range(5)).numpy())  # expect: -2
print(tf.map_fn(lambda x: x * 2, tf.constant([1.0, 2.0])).numpy())  # expect: [2. 4.]
print(tf.switch_case(tf.constant(1), [lambda: 1, lambda: 5]))  # expect: 5
print(tf.cond(tf.constant(False), lambda: 1, lambda: 2))  # expect: 2
