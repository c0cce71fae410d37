import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


class Scale(layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.w = self.add_weight(name='w', shape=(input_shape[-1], self.units), initializer='ones')

    def call(self, inputs):
        self.add_loss(tf.reduce_sum(inputs))
        return inputs @ self.w

    def get_config(self):
        config = super().get_config()
        config.update({'units': self.units})
        return config


layer = Scale(2)
print(layer.built, layer.weights)  # expect: False []
print(layer(tf.ones((1, 3))).numpy())  # expect: [[3. 3.]]
print([w.name for w in layer.weights], layer.w.shape)  # expect: ['scale/w:0'] (3, 2)
print([float(loss) for loss in layer.losses])  # expect: [3.0]
print(layer.get_config())  # expect: {'name': 'scale', 'trainable': True, 'dtype': 'float32', 'units': 2}
print(Scale.from_config(layer.get_config()).units)  # expect: 2
model = keras.Sequential([Scale(3), Scale(2)])
model(tf.ones((2, 2)))
print([w.name for w in model.weights])  # expect: ['scale_1/w:0', 'scale_2/w:0']
print([float(loss) for loss in model.losses])  # expect: [4.0, 12.0]


class Stack(keras.Model):
    def __init__(self):
        super().__init__()
        self.blocks = [layers.Dense(3), layers.Dense(1)]

    def call(self, inputs, training=False):
        for block in self.blocks:
            inputs = block(inputs)
        return inputs


stack = Stack()
print(stack(tf.ones((2, 2))).shape)  # expect: (2, 1)
print([w.name for w in stack.weights][:2])  # expect: ['stack/dense/kernel:0', 'stack/dense/bias:0']
print([layer.name for layer in stack.layers], stack.count_params())  # expect: ['dense', 'dense_1'] 13
stack.blocks[0].trainable = False
print(len(stack.trainable_weights), len(stack.non_trainable_weights))  # expect: 2 2
