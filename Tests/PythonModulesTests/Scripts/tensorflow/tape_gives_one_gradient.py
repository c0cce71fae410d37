import tensorflow as tf
x = tf.reshape(tf.range(6.0), (2, 3))
with tf.GradientTape() as t:
    t.watch(x)
    y = x * x
print(t.batch_jacobian(y, x).numpy()[1].tolist())  # expect: [[6.0, 0.0, 0.0], [0.0, 8.0, 0.0], [0.0, 0.0, 10.0]]
t.gradient(y, x)  # raises: RuntimeError: A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)
