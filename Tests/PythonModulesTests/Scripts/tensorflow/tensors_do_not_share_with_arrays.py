import numpy as np
import tensorflow as tf
a = np.array([1.0, 2.0])
views = [tf.constant(a), tf.convert_to_tensor(a), tf.reshape(a, [2, 1]), tf.identity(a)]
a[0] = 100
for view in views:
    print(float(tf.reduce_max(view)))
# expect: 2.0
# expect: 2.0
# expect: 2.0
# expect: 2.0
