"""Layers that few notes need, and what layers demand of their inputs."""
import tensorflow as tf
from keras import activations, constraints, initializers, layers, regularizers
from keras.saving import serialize_keras_object


class InputSpec:
    def __init__(self, dtype=None, shape=None, ndim=None, max_ndim=None, min_ndim=None, axes=None,
                 allow_last_axis_squeeze=False, name=None):
        self.dtype = tf.as_dtype(dtype).name if dtype is not None else None
        self.shape = None if shape is None else tuple(tf.TensorShape(shape).as_list())
        self.ndim = len(self.shape) if shape is not None else ndim
        self.max_ndim, self.min_ndim, self.name = max_ndim, min_ndim, name
        self.allow_last_axis_squeeze = allow_last_axis_squeeze
        self.axes = {int(axis): length for axis, length in (axes or {}).items()}
        if self.axes and (self.ndim is not None or max_ndim is not None):
            most = (self.ndim or max_ndim) - 1
            if max(self.axes) > most:
                raise ValueError(f'Axis {max(self.axes)} is greater than the maximum '
                                 f'allowed value: {most}')

    def __repr__(self):
        parts = [f'{name}={getattr(self, name)}'
                 for name in ('dtype', 'shape', 'ndim', 'max_ndim', 'min_ndim', 'axes')
                 if getattr(self, name)]
        return f"InputSpec({', '.join(parts)})"

    def get_config(self):
        return {name: getattr(self, name)
                for name in ('dtype', 'shape', 'ndim', 'max_ndim', 'min_ndim', 'axes')}

    @classmethod
    def from_config(cls, config):
        return cls(**config)


class Identity(layers.Layer):
    def call(self, inputs):
        return tf.identity(inputs)


class EinsumDense(layers.Layer):
    """A product of any form with a kernel, written as an Einstein sum."""

    def __init__(self, equation, output_shape, activation=None, bias_axes=None,
                 kernel_initializer='glorot_uniform', bias_initializer='zeros',
                 kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None,
                 kernel_constraint=None, bias_constraint=None, **kwargs):
        super().__init__(**kwargs)
        self.equation = equation
        self.partial_output_shape = ([output_shape] if isinstance(output_shape, int)
                                     else list(output_shape))
        self.bias_axes = bias_axes
        self.activation = activations.get(activation)
        self.kernel_initializer = initializers.get(kernel_initializer)
        self.bias_initializer = initializers.get(bias_initializer)
        self.kernel_regularizer = regularizers.get(kernel_regularizer)
        self.bias_regularizer = regularizers.get(bias_regularizer)
        self.kernel_constraint = constraints.get(kernel_constraint)
        self.bias_constraint = constraints.get(bias_constraint)

    def build(self, input_shape):
        terms, result = self.equation.replace(' ', '').split('->')
        given, kernel = terms.split(',')
        lengths = dict(zip(reversed(given.replace('...', '')), reversed(list(input_shape))))
        free = [None] + self.partial_output_shape if '...' not in result else (
            self.partial_output_shape)
        for name, length in zip(reversed(result.replace('...', '')), reversed(free)):
            if length is not None:
                lengths[name] = length
        self.kernel = self.add_weight(
            name='kernel', shape=[lengths[name] for name in kernel],
            initializer=self.kernel_initializer, regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint, dtype=self.dtype, trainable=True)
        self.bias = None
        if self.bias_axes is not None:
            names = result.replace('...', '')
            first = min(names.index(name) for name in self.bias_axes)
            self.bias = self.add_weight(
                name='bias',
                shape=[lengths[name] if name in self.bias_axes else 1 for name in names[first:]],
                initializer=self.bias_initializer, regularizer=self.bias_regularizer,
                constraint=self.bias_constraint, dtype=self.dtype, trainable=True)
        super().build(input_shape)

    def call(self, inputs):
        found = tf.einsum(self.equation, inputs, self.kernel)
        if self.bias is not None:
            found += self.bias
        return found if self.activation is None else self.activation(found)


class _LocallyConnected(layers.Layer):
    """A convolution with a kernel of its own at every place."""

    _rank = 1

    def __init__(self, filters, kernel_size, strides=1, padding='valid', data_format=None,
                 activation=None, use_bias=True, kernel_initializer='glorot_uniform',
                 bias_initializer='zeros', kernel_regularizer=None, bias_regularizer=None,
                 activity_regularizer=None, kernel_constraint=None, bias_constraint=None,
                 implementation=1, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.kernel_size = self._numbers(kernel_size)
        self.strides = self._numbers(strides)
        self.padding = padding.lower()
        if self.padding != 'valid' and implementation == 1:
            raise ValueError(f'Invalid border mode for {type(self).__name__} (only "valid" is '
                             f'supported if implementation is 1): {padding}')
        if implementation != 1:
            raise NotImplementedError(f'{type(self).__name__} knows implementation 1 only.')
        self.data_format = data_format or 'channels_last'
        self.activation = activations.get(activation)
        self.use_bias = use_bias
        self.kernel_initializer = initializers.get(kernel_initializer)
        self.bias_initializer = initializers.get(bias_initializer)
        self.kernel_regularizer = regularizers.get(kernel_regularizer)
        self.bias_regularizer = regularizers.get(bias_regularizer)
        self.activity_regularizer = regularizers.get(activity_regularizer)
        self.kernel_constraint = constraints.get(kernel_constraint)
        self.bias_constraint = constraints.get(bias_constraint)
        self.implementation = implementation
        self.input_spec = InputSpec(ndim=self._rank + 2)

    def _numbers(self, given):
        return (given,) * self._rank if isinstance(given, int) else tuple(given)

    def build(self, input_shape):
        lengths = list(input_shape)[1:-1]
        counts = [(length - size) // step + 1 for length, size, step
                  in zip(lengths, self.kernel_size, self.strides)]
        self.output_lengths = tuple(counts)
        places, window = 1, input_shape[-1]
        for count, size in zip(counts, self.kernel_size):
            places, window = places * count, window * size
        self.kernel = self.add_weight(
            name='kernel', shape=(places, window, self.filters),
            initializer=self.kernel_initializer, regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint)
        self.bias = self.add_weight(
            name='bias', shape=(*counts, self.filters), initializer=self.bias_initializer,
            regularizer=self.bias_regularizer,
            constraint=self.bias_constraint) if self.use_bias else None
        super().build(input_shape)

    def _windows(self, inputs):
        places = [()]
        for count in self.output_lengths:
            places = [(*place, k) for place in places for k in range(count)]
        window = self.kernel.shape[1]
        for place in places:
            cut = [slice(None)] + [slice(k * step, k * step + size) for k, step, size
                                   in zip(place, self.strides, self.kernel_size)]
            yield tf.reshape(inputs[tuple(cut)], (1, -1, window))

    def call(self, inputs):
        products = tf.matmul(tf.concat(list(self._windows(inputs)), axis=0), self.kernel)
        found = tf.reshape(products, (*self.output_lengths, -1, self.filters))
        found = tf.transpose(found, (self._rank, *range(self._rank), self._rank + 1))
        if self.bias is not None:
            found = found + self.bias
        return found if self.activation is None else self.activation(found)

    def get_config(self):
        rules = ('kernel_regularizer', 'bias_regularizer', 'activity_regularizer',
                 'kernel_constraint', 'bias_constraint')
        described = {name: serialize_keras_object(getattr(self, name)) for name in rules}
        return {**super().get_config(), 'filters': self.filters,
                'kernel_size': self.kernel_size, 'strides': self.strides,
                'padding': self.padding, 'data_format': self.data_format,
                'activation': activations.serialize(self.activation),
                'use_bias': self.use_bias,
                'kernel_initializer': serialize_keras_object(self.kernel_initializer),
                'bias_initializer': serialize_keras_object(self.bias_initializer),
                **described, 'implementation': self.implementation}


class LocallyConnected1D(_LocallyConnected):
    pass


class LocallyConnected2D(_LocallyConnected):
    _rank = 2
