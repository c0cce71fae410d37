import numpy as np
from tensorflow import keras
from tensorflow.keras import layers as L

x = np.linspace(-1, 1, 8 * 5 * 3).reshape(8, 5, 3).astype('float32')
y = (np.arange(8) % 2).reshape(8, 1).astype('float32')


def fit(*layers, built=True):
    keras.utils.set_random_seed(5)
    makers = [make() for make in layers]
    model = keras.Sequential(([keras.Input((5, 3))] if built else []) + makers)
    model.compile('sgd', 'mse')
    history = model.fit(x, y, epochs=3, batch_size=4, verbose=0).history
    print(*(f'{loss:.4f}' for loss in history['loss']))


dense, flat = lambda: L.Dense(1), L.Flatten
dropout = lambda: L.Dropout(.5, seed=7)
# A layer's own seed is one higher with every trace: once in a model that knows its input, twice in one that does not.
fit(flat, dropout, dense)  # expect: 2.3957 0.4605 0.6126
fit(flat, dropout, dense, built=False)  # expect: 2.3380 0.6473 1.6275
fit(lambda: L.Dropout(.3), flat, dropout, lambda: L.Dense(4), lambda: L.Dropout(.2), dense)  # expect: 7.6391 2.2367 2.8665
fit(flat, lambda: L.GaussianNoise(.5, seed=7), dense)  # expect: 0.7771 2.1149 0.9344
fit(lambda: L.SpatialDropout1D(.5), flat, dense)  # expect: 1.3176 1.5491 5.5664

# Here TensorFlow's own steps may run in any order; these are the numbers of the usual one.
# The steps of a recurrent layer are the body of a loop, which draws masks anew for each step.
fit(lambda: L.LSTM(4, dropout=.3), dense)  # expect: 0.7487 0.7807 0.6134
fit(lambda: L.LSTM(4, recurrent_dropout=.3), dense)  # expect: 0.7250 0.7263 0.6491
fit(lambda: L.LSTM(4, dropout=.2, recurrent_dropout=.3), dense)  # expect: 0.7742 0.7120 0.6917
fit(lambda: L.RNN(L.LSTMCell(4, dropout=.2, recurrent_dropout=.3)), dense)  # expect: 0.7742 0.7120 0.6917
fit(lambda: L.RNN(L.SimpleRNNCell(4, dropout=.2, recurrent_dropout=.3)), dense)  # expect: 0.8684 0.3806 1.0649
fit(lambda: L.SimpleRNN(4, dropout=.2, recurrent_dropout=.3), dense)  # expect: 0.8684 0.3806 1.0649
fit(lambda: L.GRU(4, dropout=.3), dense)  # expect: 0.4594 0.4626 0.3855


class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.flat, self.drop, self.dense = L.Flatten(), L.Dropout(.5, seed=7), L.Dense(1)

    def call(self, inputs, training=None):
        return self.dense(self.drop(self.flat(inputs), training=training))


keras.utils.set_random_seed(5)
model = Own()
model.compile('sgd', 'mse')
print(model.fit(x, np.ones((8, 1)), epochs=2, batch_size=4, verbose=0).history)  # expect: {'loss': [3.252587080001831, 1.2411125898361206]}
