import numpy as np
import tensorflow as tf
from tensorflow import keras

p = tf.constant([[.2, .3, .5], [.1, .6, .3], [.3, .3, .4]])
labels = tf.constant([0, 1, 2])
Loss = keras.losses.SparseCategoricalCrossentropy
# The mean is one over the labels that count.
print(Loss(ignore_class=0)(labels, p).numpy())  # expect: 0.7135582
print(Loss(ignore_class=1, from_logits=True, reduction='none')(labels, p).numpy())  # expect: [1.239831  0.        1.0330688]
print(Loss(ignore_class=1, reduction='sum')(labels, p).numpy())  # expect: 2.5257287
print(Loss(ignore_class=0)(labels, p, sample_weight=tf.constant([1., 2., 3.])).numpy())  # expect: 1.8852615
print(Loss(ignore_class=0)(tf.constant([[0, 1, 2], [0, 0, 1]]), tf.stack([p, p])).numpy())  # expect: 0.8770297

x = np.linspace(-1, 1, 8 * 5 * 3).reshape(8, 5, 3).astype('float32')


told = []


class Batches(keras.callbacks.Callback):
    def on_train_batch_begin(self, batch, logs=None):
        told.append(f'begin {batch}')

    def on_train_batch_end(self, batch, logs=None):
        told.append(f'end {batch}')


def fit(count):
    told.clear()
    model = keras.Sequential([keras.Input((5, 3)), keras.layers.Flatten(), keras.layers.Dense(1)])
    model.compile('sgd', 'mse', steps_per_execution=count)
    model.fit(x, np.ones((8, 1)), batch_size=2, verbose=0, callbacks=[Batches()])
    print(*told)


fit(2)  # expect: begin 0 end 1 begin 2 end 3
fit(3)  # expect: begin 0 end 2 begin 3 end 3
