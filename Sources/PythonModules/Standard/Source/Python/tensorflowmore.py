"""What few notes need of TensorFlow itself."""
import enum
import functools

import numpy as np
import tensorflow as tf


class UnconnectedGradients(enum.Enum):
    """What the gradient of a source is that nothing connects to the target."""

    NONE = "none"
    ZERO = "zero"


class ForwardAccumulator:
    """Derivatives along a direction: of gradients, as functions of what they are weighted by."""

    def __init__(self, primals, tangents):
        self._primals = tf.nest.flatten(primals)
        self._tangents = [tf.convert_to_tensor(part) for part in tf.nest.flatten(tangents)]
        self._tape = tf.GradientTape(persistent=True)

    def __enter__(self):
        self._tape.__enter__()
        self._tape.watch(self._primals)
        return self

    def __exit__(self, *error):
        return self._tape.__exit__(*error)

    def _slope(self, target):
        with tf.GradientTape() as outer:
            weight = tf.ones_like(target)
            outer.watch(weight)
            found = self._tape.gradient(target, self._primals, output_gradients=weight)
        pairs = [(part, along) for part, along in zip(found, self._tangents) if part is not None]
        if not pairs:
            return None
        return outer.gradient([part for part, _ in pairs], weight,
                              output_gradients=[along for _, along in pairs])

    def jvp(self, primals, unconnected_gradients=UnconnectedGradients.NONE):
        return tf.nest.map_structure(self._slope, primals)


class autodiff:
    """`tf.autodiff`."""

    ForwardAccumulator = ForwardAccumulator


def strided_slice(input_, begin, end, strides=None, begin_mask=0, end_mask=0, ellipsis_mask=0,
                  new_axis_mask=0, shrink_axis_mask=0, var=None, name=None):
    begin, end = (np.ravel(tf.convert_to_tensor(part).numpy()).tolist() for part in (begin, end))
    steps = [1] * len(begin) if strides is None else np.ravel(
        tf.convert_to_tensor(strides).numpy()).tolist()
    index = []
    for place, (first, last, step) in enumerate(zip(begin, end, steps)):
        bit = 1 << place
        if ellipsis_mask & bit:
            index.append(Ellipsis)
        elif new_axis_mask & bit:
            index.append(tf.newaxis)
        elif shrink_axis_mask & bit:
            index.append(first)
        else:
            index.append(slice(None if begin_mask & bit else first,
                               None if end_mask & bit else last, step))
    return tf.convert_to_tensor(input_)[tuple(index)]


def _numbers(value):
    return np.ravel(tf.convert_to_tensor(value).numpy()).tolist()


def space_to_batch(input, block_shape, paddings, name=None):
    x = tf.convert_to_tensor(input)
    blocks = _numbers(block_shape)
    count = len(blocks)
    borders = tf.convert_to_tensor(paddings).numpy().tolist()
    rest = len(x.shape) - 1 - count
    x = tf.pad(x, [[0, 0]] + borders + [[0, 0]] * rest)
    shape = x.shape.as_list()
    split = [shape[0]]
    for length, block in zip(shape[1:], blocks):
        split += [length // block, block]
    x = tf.reshape(x, split + shape[1 + count:])
    order = [2 * place + 2 for place in range(count)] + [0]
    order += [2 * place + 1 for place in range(count)]
    order += list(range(1 + 2 * count, 1 + 2 * count + rest))
    x = tf.transpose(x, order)
    lengths = [length // block for length, block in zip(shape[1:], blocks)]
    return tf.reshape(x, [-1] + lengths + shape[1 + count:])


def batch_to_space(input, block_shape, crops, name=None):
    x = tf.convert_to_tensor(input)
    blocks = _numbers(block_shape)
    count = len(blocks)
    edges = tf.convert_to_tensor(crops).numpy().tolist()
    shape = x.shape.as_list()
    batch = shape[0] // int(np.prod(blocks))
    x = tf.reshape(x, blocks + [batch] + shape[1:])
    order = [count]
    for place in range(count):
        order += [count + 1 + place, place]
    order += list(range(2 * count + 1, 2 * count + 1 + len(shape) - 1 - count))
    x = tf.transpose(x, order)
    lengths = [length * block for length, block in zip(shape[1:], blocks)]
    x = tf.reshape(x, [batch] + lengths + shape[1 + count:])
    index = [slice(None)] + [slice(first, length - last)
                             for (first, last), length in zip(edges, lengths)]
    return x[tuple(index)]


space_to_batch_nd = space_to_batch


def edit_distance(hypothesis, truth, normalize=True, name="edit_distance"):
    def rows(sparse):
        found = {}
        for place, value in zip(sparse.indices.numpy().tolist(), sparse.values.numpy().tolist()):
            found.setdefault(tuple(place[:-1]), []).append(value)
        return found

    def distance(a, b):
        line = list(range(len(b) + 1))
        for i, x in enumerate(a, 1):
            previous, line[0] = line[0], i
            for j, y in enumerate(b, 1):
                previous, line[j] = line[j], min(line[j] + 1, line[j - 1] + 1, previous + (x != y))
        return line[-1]

    said, meant = rows(hypothesis), rows(truth)
    shape = [max(a, b) for a, b in zip(hypothesis.dense_shape.numpy().tolist()[:-1],
                                       truth.dense_shape.numpy().tolist()[:-1])]
    result = np.zeros(shape, np.float32)
    for place in np.ndindex(*shape):
        a, b = said.get(place, []), meant.get(place, [])
        result[place] = distance(a, b)
        if normalize:
            result[place] = result[place] / len(b) if b else (np.inf if a else 0)
    return tf.constant(result)


def gradients(ys, xs, grad_ys=None, name="gradients", gate_gradients=False,
              aggregation_method=None, stop_gradients=None, unconnected_gradients="none"):
    raise RuntimeError("tf.gradients is not supported when eager execution is enabled. "
                       "Use tf.GradientTape instead.")


def hessians(ys, xs, gate_gradients=False, aggregation_method=None, name="hessians"):
    return gradients(ys, xs)


def is_symbolic_tensor(tensor):
    return False


def parallel_stack(values, name="parallel_stack"):
    raise RuntimeError("tf.parallel_stack() is not compatible with eager execution.")


def guarantee_const(input, name=None):
    return tf.identity(input)


def make_ndarray(tensor):
    return tensor.numpy()


def get_current_name_scope():
    return ""


def with_name_scope(method):
    """A method that runs in the name scope of its module."""
    @functools.wraps(method)
    def method_with_name_scope(self, *args, **kwargs):
        with self.name_scope:
            return method(self, *args, **kwargs)
    return method_with_name_scope
