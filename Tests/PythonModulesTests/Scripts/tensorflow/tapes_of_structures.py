import tensorflow as tf
v, c = tf.Variable([1.0, 2.0]), tf.constant(3.0)
with tf.GradientTape(persistent=True) as t:
    y = v * v
    with t.stop_recording():
        w = y * 2
    u = y * 3
g = t.gradient(y, {"a": v, "b": [c]}, unconnected_gradients=tf.UnconnectedGradients.ZERO)
print(g["a"].numpy(), g["b"][0].numpy())  # expect: [2. 4.] 0.0
print(t.gradient(w, v), t.gradient(u, v).numpy())  # expect: None [ 6. 12.]
print(t.jacobian(y, v).numpy().tolist())  # expect: [[2.0, 0.0], [0.0, 4.0]]
table = tf.Variable(tf.ones([4, 2]))
with tf.GradientTape() as t:
    y = tf.gather(table, [1, 1, 3])
g = t.gradient(y, table)
print(type(g).__name__, g.indices.numpy(), tf.convert_to_tensor(g).numpy().tolist())
# expect: IndexedSlices [1 1 3] [[0.0, 0.0], [2.0, 2.0], [0.0, 0.0], [1.0, 1.0]]
