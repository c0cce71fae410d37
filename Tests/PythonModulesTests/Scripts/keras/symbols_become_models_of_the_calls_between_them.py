import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

x = keras.Input((5, 3))
print(repr(x))  # expect: <KerasTensor: shape=(None, 5, 3) dtype=float32 (created by layer 'input_1')>
y = layers.LSTM(4, return_sequences=True)(x)
last = y[:, -1, :]
print(repr(last))  # expect: <KerasTensor: shape=(None, 4) dtype=float32 (created by layer 'tf.__operators__.getitem')>
both = tf.concat([last, last], -1) * 2.0 + 1
print(repr(both))  # expect: <KerasTensor: shape=(None, 8) dtype=float32 (created by layer 'tf.__operators__.add')>
model = keras.Model(x, [layers.Dense(2)(both), tf.reduce_mean(y, axis=1)])
print([layer.name for layer in model.layers])  # expect: ['input_1', 'lstm', 'tf.__operators__.getitem', 'tf.concat', 'tf.math.multiply', 'tf.__operators__.add', 'dense', 'tf.math.reduce_mean']
print(model.input_shape, model.output_shape)  # expect: (None, 5, 3) [(None, 2), (None, 4)]
print([output.shape for output in model(tf.ones((7, 5, 3)))])  # expect: [TensorShape([7, 2]), TensorShape([7, 4])]
a, b = keras.Input((3,)), keras.Input((3,))
shared = layers.Dense(2)
merged = keras.Model([a, b], layers.concatenate([shared(a), shared(b)]))
print(len(merged.weights), merged({'input_2': tf.ones((1, 3)), 'input_3': tf.ones((1, 3))}).shape)  # expect: 2 (1, 4)
encoder = keras.Input((None, 4))
_, h, c = layers.LSTM(3, return_state=True)(encoder)
decoder = keras.Input((None, 4))
out = layers.LSTM(3, return_sequences=True)(decoder, initial_state=[h, c])
seq = keras.Model([encoder, decoder], out)
print(seq([tf.ones((2, 3, 4)), tf.ones((2, 5, 4))]).shape)  # expect: (2, 5, 3)
keras.Sequential([layers.Dense(2, input_shape=(3,)), layers.LSTM(2)])  # raises: ValueError: Input 0 of layer "lstm_3" is incompatible with the layer: expected ndim=3, found ndim=2. Full shape received: (None, 2)
