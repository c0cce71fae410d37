import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


def model():
    m = keras.Sequential([layers.Dense(1, kernel_initializer='ones', input_shape=(1,))])
    m.compile(keras.optimizers.SGD(0.0), 'mse')
    return m


x = np.array([[1.], [2.], [3.], [4.], [5.]], 'float32')
y = np.array([0, 1, 0, 1, 1])
weights = {0: 1., 1: 10.}
history = model().fit(x, y, validation_split=0.4, class_weight=weights, verbose=0, shuffle=False)
print(history.history)  # expect: {'loss': [6.666666507720947], 'val_loss': [12.5]}
history = model().fit(tf.data.Dataset.from_tensor_slices((x, y)).batch(5), class_weight=weights, verbose=0)
print(history.history)  # expect: {'loss': [54.0]}
print(model().train_on_batch(x, y, class_weight=weights))  # expect: 54.0
try:
    model().fit(x, y, class_weight={1: 2.}, verbose=0)
except ValueError as error:
    print(error)  # expect: Expected `class_weight` to be a dict with keys from 0 to one less than the number of classes, found {1: 2.0}
