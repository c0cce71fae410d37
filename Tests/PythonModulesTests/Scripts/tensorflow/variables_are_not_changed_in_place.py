import tensorflow as tf
v = tf.Variable([[1.0, 2.0], [3.0, 4.0]])
v[0].assign([9.0, 9.0])
v.scatter_nd_update([[1]], [[5.0, 5.0]])
print(v.numpy().tolist())  # expect: [[9.0, 9.0], [5.0, 5.0]]
v += 1.0  # raises: RuntimeError: `variable += value` with `tf.Variable`s is not supported. Use `variable.assign_add(value)` to modify the variable, or `out = variable + value` if you need to get a new output Tensor.
