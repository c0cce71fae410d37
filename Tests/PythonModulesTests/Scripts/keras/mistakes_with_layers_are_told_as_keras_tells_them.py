import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


def fails(body):
    try:
        body()
    except Exception as mistake:
        print(type(mistake).__name__ + ":", str(mistake).splitlines()[0])


fails(lambda: layers.Dense())  # expect: TypeError: Dense.__init__() missing 1 required positional argument: 'units'
fails(lambda: layers.LSTM(-1))  # expect: ValueError: Received an invalid value for argument `units`, expected a positive integer, got -1.
fails(lambda: layers.Dense(-1))  # expect: ValueError: Received an invalid value for `units`, expected a positive integer. Received: units=-1
fails(lambda: layers.Dropout(1.5))  # expect: ValueError: Invalid value 1.5 received for `rate`, expected a value between 0 and 1.
fails(lambda: layers.Dense(2, activation='tanhh'))  # expect: ValueError: Unknown activation function 'tanhh' cannot be deserialized.
fails(lambda: layers.Dense(2)('abc'))  # expect: TypeError: Inputs to a layer should be tensors. Got 'abc' (of type <class 'str'>) as input for layer 'dense_2'.
fails(lambda: layers.Concatenate()([tf.ones((2, 3)), tf.ones((3, 3))]))  # expect: ValueError: A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. Received: input_shape=[(2, 3), (3, 3)]
fails(lambda: layers.Dense(3).output_shape)  # expect: AttributeError: The layer "dense_3" has never been called and thus has no defined output shape.
fails(lambda: layers.LSTM(2)(tf.ones((2, 3, 4)), initial_state=[tf.ones((2, 3)), tf.ones((2, 3))]))  # expect: ValueError: An `initial_state` was passed that is not compatible with `cell.state_size`. Received `state_spec`=ListWrapper([InputSpec(shape=(2, 3), ndim=2), InputSpec(shape=(2, 3), ndim=2)]); however `cell.state_size` is [2, 2]
fails(lambda: layers.Embedding(5, 2)(tf.constant([[7]])))  # expect: InvalidArgumentError: Exception encountered when calling layer 'embedding' (type Embedding).
fails(lambda: keras.Sequential([3]))  # expect: TypeError: The added layer must be an instance of class Layer. Received: layer=3 of type <class 'int'>.
model = keras.Sequential([layers.Dense(2)])
fails(lambda: model.get_layer('nope'))  # expect: ValueError: No such layer: nope. Existing layers are: ['dense_4'].
fails(lambda: model.weights)  # expect: ValueError: Weights for model 'sequential_1' have not yet been created. Weights are created when the model is first called on inputs or `build()` is called with an `input_shape`.
