"""The functions of keras.backend that models of old and cells by hand call."""
import numpy as np
import tensorflow as tf
from keras import backend as K
from keras import losses

_uids = {}


def get_uid(prefix=''):
    _uids[prefix] = _uids.get(prefix, 0) + 1
    return _uids[prefix]


def cast_to_floatx(x):
    if isinstance(x, (tf.Tensor, tf.Variable)):
        return tf.cast(x, K.floatx())
    return np.asarray(x, dtype=K.floatx())


def binary_crossentropy(target, output, from_logits=False):
    target = tf.convert_to_tensor(target)
    output = tf.convert_to_tensor(output)
    if from_logits:
        return tf.nn.sigmoid_cross_entropy_with_logits(labels=target, logits=output)
    output = tf.clip_by_value(output, K.epsilon(), 1 - K.epsilon())
    found = target * tf.math.log(output + K.epsilon())
    found += (1 - target) * tf.math.log(1 - output + K.epsilon())
    return -found


def binary_focal_crossentropy(target, output, apply_class_balancing=False, alpha=0.25, gamma=2.0,
                              from_logits=False):
    share = tf.sigmoid(output) if from_logits else output
    right = target * share + (1 - target) * (1 - share)
    found = tf.pow(1.0 - right, gamma) * binary_crossentropy(target, share)
    if apply_class_balancing:
        found = (target * alpha + (1 - target) * (1 - alpha)) * found
    return found


def categorical_crossentropy(target, output, from_logits=False, axis=-1):
    target = tf.convert_to_tensor(target)
    output = tf.convert_to_tensor(output)
    target.shape.assert_is_compatible_with(output.shape)
    return losses.categorical_crossentropy(target, output, from_logits=from_logits, axis=axis)


def sparse_categorical_crossentropy(target, output, from_logits=False, axis=-1,
                                    ignore_class=None):
    return losses.sparse_categorical_crossentropy(
        target, output, from_logits=from_logits, axis=axis, ignore_class=ignore_class)


def random_bernoulli(shape, p=0.0, dtype=None, seed=None):
    dtype = dtype or K.floatx()
    below = tf.random.uniform(shape, dtype=dtype, seed=seed) <= p
    return tf.where(below, tf.ones(shape, dtype=dtype), tf.zeros(shape, dtype=dtype))


random_binomial = random_bernoulli


def in_top_k(predictions, targets, k):
    return tf.math.in_top_k(targets, predictions, k)


def foldl(fn, elems, initializer=None, name=None):
    return tf.foldl(fn, elems, initializer=initializer)


def foldr(fn, elems, initializer=None, name=None):
    return tf.foldr(fn, elems, initializer=initializer)


def batch_set_value(tuples):
    for variable, value in tuples:
        variable.assign(np.asarray(value))


def in_test_phase(x, alt, training=None):
    return K.in_train_phase(alt, x, training=training)


def moving_average_update(x, value, momentum):
    x.assign_sub((x - tf.cast(value, x.dtype)) * (1 - momentum))
    return x


def batch_normalization(x, mean, var, beta, gamma, axis=-1, epsilon=1e-3):
    return tf.nn.batch_normalization(x, mean, var, beta, gamma, epsilon)


def normalize_batch_in_training(x, gamma, beta, reduction_axes, epsilon=1e-3):
    mean, var = tf.nn.moments(x, reduction_axes)
    return tf.nn.batch_normalization(x, mean, var, beta, gamma, epsilon), mean, var


def spatial_2d_padding(x, padding=((1, 1), (1, 1)), data_format=None):
    return tf.pad(x, [[0, 0], list(padding[0]), list(padding[1]), [0, 0]])


def to_dense(tensor):
    return tf.sparse.to_dense(tensor) if isinstance(tensor, tf.SparseTensor) else tensor


def conv1d(x, kernel, strides=1, padding='valid', data_format=None, dilation_rate=1):
    if padding == 'causal':
        x = tf.pad(x, [[0, 0], [dilation_rate * (kernel.shape[0] - 1), 0], [0, 0]])
        padding = 'valid'
    return tf.nn.conv1d(x, kernel, strides, padding.upper(), dilations=dilation_rate)


def conv2d(x, kernel, strides=(1, 1), padding='valid', data_format=None, dilation_rate=(1, 1)):
    return tf.nn.conv2d(x, kernel, strides, padding.upper(), dilations=dilation_rate)


def pool2d(x, pool_size, strides=(1, 1), padding='valid', data_format=None, pool_mode='max'):
    pool = tf.nn.max_pool2d if pool_mode == 'max' else tf.nn.avg_pool2d
    return pool(x, pool_size, strides, padding.upper())


class _Function:
    """Computes outputs of a model's graph from its inputs."""

    def __init__(self, inputs, outputs):
        self._is_single = not isinstance(outputs, (list, tuple, dict))
        self._model = tf.keras.Model(inputs, [outputs] if self._is_single else outputs)

    def __call__(self, inputs):
        if isinstance(inputs, (list, tuple)):
            inputs = [tf.convert_to_tensor(x, dtype=self._model.inputs[i].dtype)
                      for i, x in enumerate(inputs)]
            inputs = inputs[0] if len(inputs) == 1 else inputs
        found = tf.nest.map_structure(lambda t: t.numpy(), self._model(inputs))
        if self._is_single:
            return found[0] if isinstance(found, list) else found
        return found if isinstance(found, (list, tuple, dict)) else [found]


def function(inputs, outputs, updates=None, name=None, **kwargs):
    if updates or kwargs:
        raise ValueError(f'`updates` argument is not supported during eager execution. '
                         f'You passed: {updates}')
    return _Function(inputs, outputs)


def rnn(step_function, inputs, initial_states, go_backwards=False, mask=None, constants=None,
        unroll=False, input_length=None, time_major=False, zero_output_for_mask=False,
        return_all_outputs=True):
    if not time_major:
        inputs = tf.nest.map_structure(_swapped, inputs)
        mask = mask if mask is None else _swapped(mask)
    steps = tf.nest.flatten(inputs)[0].shape[0]
    states = tuple(initial_states)
    output, outputs = None, []
    for time in reversed(range(steps)) if go_backwards else range(steps):
        step = tf.nest.map_structure(lambda x: x[time], inputs)
        found, new = step_function(step, tuple(states) + tuple(constants or ()))
        if mask is not None:
            kept = _wide(mask[time], found)
            before = tf.zeros_like(found) if output is None or zero_output_for_mask else output
            found = tf.where(kept, found, before)
            new = [tf.where(_wide(mask[time], n), n, old) for n, old in zip(new, states)]
        output, states = found, tuple(new)
        outputs.append(found)
    outputs = tf.nest.map_structure(
        lambda *x: tf.stack(x, axis=0 if time_major else 1),
        *(outputs if return_all_outputs else outputs[-1:]))
    return output, outputs, states


def _swapped(x):
    return tf.transpose(x, [1, 0] + list(range(2, len(x.shape))))


def _wide(mask, like):
    while len(mask.shape) < len(like.shape):
        mask = tf.expand_dims(mask, -1)
    return tf.broadcast_to(mask, like.shape)
