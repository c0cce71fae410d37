import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.callbacks import *

x = np.arange(8.).reshape(4, 2) / 8
y = np.ones((4, 1))


def fit(*callbacks, epochs=3, **keywords):
    model = keras.Sequential([layers.Dense(1, kernel_initializer='ones', input_shape=(2,))])
    model.compile('sgd', 'mse', metrics=['mae'])
    keywords = {'verbose': 0, 'shuffle': False, **keywords}
    return model.fit(x, y, epochs=epochs, callbacks=list(callbacks), **keywords)


class Hooks(Callback):
    def on_train_begin(self, logs=None):
        print('begin', logs, sorted(self.params))

    def on_epoch_begin(self, epoch, logs=None):
        print('epoch', epoch, logs)

    def on_train_batch_end(self, batch, logs=None):
        print('batch', batch, sorted(logs))

    def on_test_end(self, logs=None):
        print('tested', sorted(logs))

    def on_epoch_end(self, epoch, logs=None):
        print('end', epoch, list(logs), type(logs['loss']).__name__)

    def on_train_end(self, logs=None):
        print('done', sorted(logs))


fit(Hooks(), epochs=1, batch_size=2, validation_data=(x, y))
h = fit(EarlyStopping('loss', patience=1, min_delta=10, verbose=1, restore_best_weights=True), epochs=6)
print(h.epoch)
h = fit(LearningRateScheduler(lambda epoch, rate: rate * 0.5, verbose=1), epochs=2)
print(h.history['lr'])
h = fit(ReduceLROnPlateau('loss', patience=1, min_delta=10, verbose=1, factor=0.5), epochs=4)
print([float(rate) for rate in h.history['lr']])
print(fit(LambdaCallback(on_epoch_end=lambda epoch, logs: print('lambda', epoch)), epochs=2).params)
h = fit(TerminateOnNaN(), epochs=2, sample_weight=np.full(4, np.nan))
print(h.epoch, h.history['mae'])
print(fit(initial_epoch=1).epoch, fit(validation_split=0.5, validation_freq=2).history)
# expect: begin {} ['epochs', 'steps', 'verbose']
# expect: epoch 0 {}
# expect: batch 0 ['loss', 'mae']
# expect: batch 1 ['loss', 'mae']
# expect: tested ['loss', 'mae']
# expect: end 0 ['loss', 'mae', 'val_loss', 'val_mae'] float
# expect: done ['loss', 'mae', 'val_loss', 'val_mae']
# expect: Restoring model weights from the end of the best epoch: 1.
# expect: Epoch 2: early stopping
# expect: [0, 1]
# expect: 
# expect: Epoch 1: LearningRateScheduler setting learning rate to 0.004999999888241291.
# expect: 
# expect: Epoch 2: LearningRateScheduler setting learning rate to 0.0024999999441206455.
# expect: [0.005, 0.0025]
# expect: 
# expect: Epoch 2: ReduceLROnPlateau reducing learning rate to 0.004999999888241291.
# expect: 
# expect: Epoch 3: ReduceLROnPlateau reducing learning rate to 0.0024999999441206455.
# expect: 
# expect: Epoch 4: ReduceLROnPlateau reducing learning rate to 0.0012499999720603228.
# expect: [0.009999999776482582, 0.009999999776482582, 0.004999999888241291, 0.0024999999441206455]
# expect: lambda 0
# expect: lambda 1
# expect: {'verbose': 0, 'epochs': 2, 'steps': 1}
# expect: Batch 0: Invalid loss, terminating training
# expect: [0] [0.5]
# expect: [1, 2] {'loss': [0.453125, 0.43696266412734985, 0.42148736119270325], 'mae': [0.625, 0.6117578148841858, 0.5988015532493591], 'val_loss': [0.22661332786083221], 'val_mae': [0.4045853018760681]}
