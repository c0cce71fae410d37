import json
import os
import warnings
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

warnings.simplefilter('ignore')
x = np.linspace(-1, 1, 24).reshape(4, 3, 2).astype('float32')
y = np.ones((4, 1))


def sequence(compiles=True):
    model = keras.Sequential([
        keras.Input((3, 2)), layers.Bidirectional(layers.LSTM(2, return_sequences=True)),
        layers.TimeDistributed(layers.Dense(2, activation='relu')), layers.GRU(2),
        layers.Dense(1, kernel_regularizer='l2')], name='sequence')
    if compiles:
        model.compile(keras.optimizers.Adam(0.01), keras.losses.Huber(), metrics=['mae'])
    return model


def graph():
    first, second = keras.Input((3, 2)), keras.Input((2,), name='second')
    shared = layers.Dense(2)
    h, state, carry = layers.LSTM(2, return_state=True)(first)
    cells = layers.RNN(layers.StackedRNNCells([layers.GRUCell(2), layers.SimpleRNNCell(3)]))(first)
    joined = layers.Concatenate()([shared(h), shared(second), 1 - state, cells[:, 1:]])
    return keras.Model([first, second], [layers.Dense(1, name='a')(joined), joined * 2.0])


def same(a, b):
    return all(np.array_equal(p, q) for p, q in zip(a, b, strict=True))


model = sequence()
model.fit(x, y, epochs=2, verbose=0)
for name in ('m.keras', 'm.h5'):
    model.save(name)
    again = keras.models.load_model(name)
    print(name, np.array_equal(again.predict(x, verbose=0), model.predict(x, verbose=0)),
          again.name, same(again.optimizer.get_weights(), model.optimizer.get_weights()))
    print(again.get_config() == model.get_config(), type(again.loss).__name__)
# expect: m.keras True sequence True
# expect: True Huber
# expect: m.h5 True sequence True
# expect: True Huber
first, second = (keras.models.load_model(name) for name in ('m.keras', 'm.h5'))
losses = [m.fit(x, y, epochs=3, verbose=0, shuffle=False).history['loss'] for m in (model, first, second)]
print(losses[0] == losses[1] == losses[2])  # expect: True

for name in ('w.weights.h5', 'w.h5'):
    model.save_weights(name)
    other = sequence(compiles=False)
    other.load_weights(name)
    print(same(other.get_weights(), model.get_weights()))
# expect: True
# expect: True

model = graph()
data = [x, x[:, 0]]
model.save('g.keras')
again = keras.models.load_model('g.keras')
print(same(again.predict(data, verbose=0), model.predict(data, verbose=0)), again.count_params())  # expect: True 109
copy = keras.models.model_from_json(model.to_json())
copy.set_weights(model.get_weights())
print(same(copy.predict(data, verbose=0), model.predict(data, verbose=0)))  # expect: True
clone = keras.models.clone_model(model)
print([l.name for l in clone.layers] == [l.name for l in model.layers], same(clone.get_weights(), model.get_weights()))  # expect: True False


@keras.saving.register_keras_serializable(package='note')
class Scale(layers.Layer):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
        self.inner = layers.Dense(2)

    def build(self, shape):
        self.shift = self.add_weight(name='shift', shape=(2,), initializer='ones')

    def call(self, inputs):
        return self.inner(inputs) * self.factor + self.shift

    def get_config(self):
        return {**super().get_config(), 'factor': self.factor}


model = keras.Sequential([keras.Input((2,)), Scale(3)])
model.save('own.keras')
print(np.array_equal(keras.models.load_model('own.keras')(x[:, 0]), model(x[:, 0])))  # expect: True


class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.parts = [layers.Dense(3), layers.GRU(2)]

    def call(self, inputs):
        return self.parts[1](self.parts[0](inputs))


model = Own()
model(x)
model.save_weights('own.weights.h5')
model.save('whole.keras')
other = Own()
other(x)
other.load_weights('own.weights.h5')
print(np.array_equal(other(x), model(x)))  # expect: True
again = keras.models.load_model('whole.keras', custom_objects={'Own': Own})
print(type(again).__name__, np.array_equal(again(x), model(x)))  # expect: Own True

best = keras.callbacks.ModelCheckpoint('best_{epoch}.keras', monitor='loss', save_best_only=True)
model = sequence()
model.fit(x, y, epochs=1, verbose=0, callbacks=[best])
print(os.path.exists('best_1.keras'), keras.models.load_model('best_1.keras').name)  # expect: True sequence


def refused(action):
    try:
        action()
    except Exception as mistake:
        print(type(mistake).__name__, str(mistake)[:190])


small = keras.Sequential([keras.Input((2,)), layers.Dense(3)])
refused(lambda: small.load_weights('w.h5'))  # expect: ValueError Layer count mismatch when loading weights from file. Model expected 1 layers, found 4 saved layers.
small.save_weights('small.h5')
wide = keras.Sequential([keras.Input((3,)), layers.Dense(3, name='wide')])
refused(lambda: wide.load_weights('small.h5'))  # expect: ValueError Cannot assign value to variable ' wide/kernel:0': Shape mismatch.The variable shape (3, 3), and the assigned value shape (2, 3) are incompatible.
refused(lambda: keras.models.load_model('none.h5'))  # expect: OSError No file or directory found at none.h5
with open('text.h5', 'w') as file:
    file.write('hello')
refused(lambda: keras.models.load_model('text.h5'))  # expect: OSError Unable to synchronously open file (file signature not found)
with open('m.h5', 'rb') as file:
    data = file.read()
with open('cut.h5', 'wb') as file:
    file.write(data[:3000])
refused(lambda: keras.models.load_model('cut.h5'))  # expect: OSError Unable to synchronously open file (truncated file: eof = 3000, sblock->base_addr = 0, stored_eof = 62048)
refused(lambda: keras.models.load_model('small.h5'))  # expect: ValueError No model config found in the file at small.h5.
small.save('folder')  # expect: INFO:tensorflow:Assets written to: folder/assets
print(np.array_equal(keras.models.load_model('folder').get_weights()[0], small.get_weights()[0]))  # expect: True
refused(lambda: keras.Sequential([layers.Dense(1)]).save('unbuilt.h5'))  # expect: ValueError Weights for model 'sequential_3' have not yet been created. Weights are created when the model is first called on inputs or `build()` is called with an `input_shape`.
