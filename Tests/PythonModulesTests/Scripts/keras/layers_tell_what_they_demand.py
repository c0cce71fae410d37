import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


def fails(body):
    try:
        print(body())
    except Exception as mistake:
        print(type(mistake).__name__ + ':', mistake)


for layer in (layers.Dense(2), layers.LSTM(2), layers.Conv1D(2, 3), layers.Embedding(3, 2), layers.Dropout(.1), layers.GlobalAveragePooling1D(), layers.Bidirectional(layers.GRU(2))):
    print(type(layer).__name__, layer.input_spec)  # expect: Dense InputSpec(min_ndim=2)
# expect: LSTM [InputSpec(ndim=3)]
# expect: Conv1D InputSpec(min_ndim=3)
# expect: Embedding None
# expect: Dropout None
# expect: GlobalAveragePooling1D InputSpec(ndim=3)
# expect: Bidirectional [InputSpec(ndim=3)]
dense = layers.Dense(2, name='d')
dense.build((None, 3))
print(dense.input_spec, dense.dtype_policy, dense.updates, dense.metrics, dense.submodules, dense.name_scope())  # expect: InputSpec(min_ndim=2, axes={-1: 3}) <Policy "float32"> [] [] () d/
print(layers.InputSpec(shape=(None, 3), ndim=2), layers.InputSpec(min_ndim=2, axes={-1: 3}), layers.InputSpec(dtype='float32', max_ndim=4).dtype)  # expect: InputSpec(shape=(None, 3), ndim=2) InputSpec(min_ndim=2, axes={-1: 3}) float32


class Demanding(layers.Layer):
    def __init__(self):
        super().__init__(name='own')
        self.input_spec = layers.InputSpec(ndim=3)

    def call(self, x):
        return x


fails(lambda: Demanding()(tf.ones([2, 2])))  # expect: ValueError: Input 0 of layer "own" is incompatible with the layer: expected ndim=3, found ndim=2. Full shape received: (2, 2)
fails(lambda: layers.Dense(2, name='a')([[1., 2.]]))  # expect: ValueError: Layer "a" expects 1 input(s), but it received 2 input tensors. Inputs received: [<tf.Tensor: shape=(), dtype=float32, numpy=1.0>, <tf.Tensor: shape=(), dtype=float32, numpy=2.0>]
fails(lambda: layers.SimpleRNN(2, name='b')([[[1.], [2.]]]))  # expect: ValueError: Layer "b" expects 1 input(s), but it received 2 input tensors. Inputs received: [<tf.Tensor: shape=(), dtype=float32, numpy=1.0>, <tf.Tensor: shape=(), dtype=float32, numpy=2.0>]
fails(lambda: layers.Conv1D(2, 5, name='c')(tf.ones([1, 3, 2])))  # expect: ValueError: One of the dimensions in the output is <= 0 due to downsampling in c. Consider increasing the input size. Received input shape [1, 3, 2] which would produce output shape with a zero or negative value in a dimension.
fails(lambda: layers.LayerNormalization(axis=5, name='n')(tf.ones([2, 3])))  # expect: ValueError: Invalid value for `axis` argument. Expected 0 <= axis < inputs.rank (with inputs.rank=2). Received: axis=(5,)
fails(lambda: layers.BatchNormalization(axis=4, name='m')(tf.ones([2, 3])))  # expect: ValueError: Invalid value for `axis` argument. Expected 0 <= axis < inputs.rank (with inputs.rank=2). Received: axis=(4,)
fails(lambda: layers.RNN(5))  # expect: ValueError: Argument `cell` should have a `call` method. The RNN was passed: cell=5
fails(lambda: layers.StackedRNNCells([5]))  # expect: ValueError: All cells must have a `call` method. Received cell without a `call` method: 5
fails(lambda: layers.Attention(name='t')(tf.ones([1, 2, 3])))  # expect: ValueError: Exception encountered when calling layer 't' (type Attention).
# expect:
# expect: Attention layer must be called on a list of inputs, namely [query, value] or [query, value, key]. Received: [[[1. 1. 1.]
# expect:   [1. 1. 1.]]].
# expect:
# expect: Call arguments received by layer 't' (type Attention):
# expect:   • inputs=tf.Tensor(shape=(1, 2, 3), dtype=float32)
# expect:   • mask=None
# expect:   • training=None
# expect:   • return_attention_scores=False
# expect:   • use_causal_mask=False
print(layers.LayerNormalization()(tf.constant([[1., 3.]]), training=True).numpy())  # expect: [[-0.9995004  0.9995004]]
print(layers.Identity()(tf.ones([2])).numpy(), layers.EinsumDense('ab,bc->ac', 3, kernel_initializer='ones', bias_axes='c')(tf.ones([1, 2])).numpy())  # expect: [1. 1.] [[2. 2. 2.]]
