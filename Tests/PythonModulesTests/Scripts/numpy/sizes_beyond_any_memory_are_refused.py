import numpy as np
import tensorflow as tf


def refused(make):
    try:
        make()
    except Exception as error:
        return type(error).__name__
    return "made"


print(refused(lambda: np.random.randn(10**13)))  # expect: MemoryError
print(refused(lambda: np.random.rand(10**7, 10**7)))  # expect: MemoryError
print(refused(lambda: np.tril_indices(10**7)))  # expect: MemoryError
print(refused(lambda: np.broadcast_to([1], (10**10, 10**10))))  # expect: ValueError
print(refused(lambda: tf.reshape([1, 2], [2**40, 2**40])))  # expect: InvalidArgumentError
print(refused(lambda: tf.scatter_nd([[1]], [1], [10**14])) != "made")  # expect: True
print(refused(lambda: tf.keras.layers.Reshape((2**62, 4))(tf.ones([1, 4]))) != "made")  # expect: True
print(refused(lambda: np.unravel_index(5, (10**10, 10**10))))  # expect: ValueError
print(np.linalg.matrix_power(np.eye(2), 10**18)[0])  # expect: [1. 0.]
print(np.linalg.matrix_power(np.array([[1, 1], [1, 0]]), 50)[0, 1])  # expect: 12586269025
