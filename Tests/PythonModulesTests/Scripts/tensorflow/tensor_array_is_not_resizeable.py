import tensorflow as tf
tf.TensorArray(tf.float32, size=2).write(5, 1.0)  # raises: tensorflow.python.framework.errors_impl.OutOfRangeError: Tried to write to index 5 but array is not resizeable and size is: 2 
