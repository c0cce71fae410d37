"""Tensors that name only the elements which are not zero."""
import tensorflow as tf


class SparseTensor:
    """The values at some places of a shape, zeros everywhere else."""

    def __init__(self, indices, values, dense_shape):
        self.indices = tf.convert_to_tensor(indices, dtype=tf.int64)
        self.values = tf.convert_to_tensor(values)
        self.dense_shape = tf.convert_to_tensor(dense_shape, dtype=tf.int64)
        if len(self.indices.shape) != 2:
            raise ValueError(f"Shape {self.indices.shape} must have rank 2")
        if len(self.values.shape) != 1:
            raise ValueError(f"Shape {self.values.shape} must have rank 1")
        if self.indices.shape[0] != self.values.shape[0]:
            raise ValueError(
                f"Dimensions {self.indices.shape[0]} and {self.values.shape[0]} are not compatible")

    @property
    def dtype(self):
        return self.values.dtype

    @property
    def shape(self):
        return tf.TensorShape(self.dense_shape.numpy().tolist())

    def get_shape(self):
        return self.shape

    def with_values(self, new_values):
        return SparseTensor(self.indices, new_values, self.dense_shape)

    def __repr__(self):
        return "SparseTensor(indices=%s, values=%s, dense_shape=%s)" % (
            self.indices, self.values, self.dense_shape)

    __str__ = __repr__

    def __mul__(self, other):
        return self.with_values(self.values * tf.gather_nd(_spread(other, self), self.indices))

    def __truediv__(self, other):
        return self.with_values(self.values / tf.gather_nd(_spread(other, self), self.indices))


SparseTensor.__module__ = "tensorflow.python.framework.sparse_tensor"


class SparseTensorSpec:
    """What sparse tensors look like."""

    def __init__(self, shape=None, dtype=tf.float32):
        self.shape, self.dtype = tf.TensorShape(shape), tf.as_dtype(dtype)

    def __repr__(self):
        return "SparseTensorSpec(%r, %r)" % (self.shape, self.dtype)


def _spread(value, sparse):
    value = tf.convert_to_tensor(value, dtype=sparse.dtype)
    return tf.broadcast_to(value, sparse.shape)


def _wanted(sp_input):
    if not isinstance(sp_input, SparseTensor):
        raise TypeError("Input must be a SparseTensor.")


def _from_dict(values, dtype, shape):
    places = sorted(values)
    return SparseTensor([list(place) for place in places] or tf.zeros([0, len(shape)], tf.int64),
                        tf.constant([values[place] for place in places], dtype=dtype), shape)


def _places(sp):
    return [tuple(place) for place in sp.indices.numpy().tolist()]


def to_dense(sp_input, default_value=None, validate_indices=True, name=None):
    _wanted(sp_input)
    shape = sp_input.dense_shape
    places = _places(sp_input)
    if validate_indices:
        for before, after in zip(places, places[1:]):
            if after < before:
                raise tf.errors.InvalidArgumentError(
                    "{{function_node __wrapped__SparseToDense_device_/job:localhost/"
                    "replica:0/task:0/device:CPU:0}} indices[%d] = [%s] is out of order. Many "
                    "sparse ops require sorted indices.\n    Use `tf.sparse.reorder` to create a "
                    "correctly ordered copy.\n\n [Op:SparseToDense] name: "
                    % (places.index(after), ",".join(map(str, after))))
    if sp_input.dtype == tf.string or sp_input.dtype == tf.bool:
        return _written(sp_input, places, default_value)
    rest = tf.fill(shape, tf.cast(default_value or 0, sp_input.dtype))
    return tf.tensor_scatter_nd_update(rest, sp_input.indices, sp_input.values)


def _written(sp_input, places, default_value):
    lengths = sp_input.dense_shape.numpy().tolist()
    if default_value is None:
        default_value = False if sp_input.dtype == tf.bool else ""
    count = 1
    for length in lengths:
        count *= length
    flat = [default_value] * count
    for place, value in zip(places, sp_input.values.numpy().tolist()):
        position = 0
        for length, index in zip(lengths, place):
            position = position * length + index
        flat[position] = value
    return tf.reshape(tf.constant(flat, dtype=sp_input.dtype), lengths)


def from_dense(tensor, name=None):
    tensor = tf.convert_to_tensor(tensor)
    empty = tf.constant("") if tensor.dtype == tf.string else tf.zeros([], tensor.dtype)
    indices = tf.where(tf.not_equal(tensor, empty))
    return SparseTensor(indices, tf.gather_nd(tensor, indices), tensor.shape.as_list())


def reorder(sp_input, name=None):
    _wanted(sp_input)
    places = _places(sp_input)
    order = sorted(range(len(places)), key=lambda place: places[place])
    return SparseTensor(tf.gather(sp_input.indices, order), tf.gather(sp_input.values, order),
                        sp_input.dense_shape)


def add(a, b, threshold=0):
    if not isinstance(a, SparseTensor):
        a, b = b, a
    if not isinstance(b, SparseTensor):
        return to_dense(a, validate_indices=False) + tf.convert_to_tensor(b)
    sums = {}
    for sp in (a, b):
        for place, value in zip(_places(sp), sp.values.numpy().tolist()):
            sums[place] = sums.get(place, 0) + value
    sums = {place: value for place, value in sums.items() if abs(value) >= threshold}
    return _from_dict(sums, a.dtype, a.dense_shape.numpy().tolist())


def sparse_dense_matmul(sp_a, b, adjoint_a=False, adjoint_b=False, name=None):
    if isinstance(b, SparseTensor):
        return tf.transpose(sparse_dense_matmul(b, sp_a, not adjoint_b, not adjoint_a))
    return tf.matmul(to_dense(sp_a, validate_indices=False), b, transpose_a=adjoint_a,
                     transpose_b=adjoint_b)


def reduce_sum(sp_input, axis=None, keepdims=None, output_is_sparse=False, name=None):
    result = tf.reduce_sum(to_dense(sp_input, validate_indices=False), axis=axis,
                           keepdims=bool(keepdims))
    return from_dense(result) if output_is_sparse else result


def reduce_max(sp_input, axis=None, keepdims=None, output_is_sparse=False, name=None):
    result = tf.reduce_max(to_dense(sp_input, validate_indices=False), axis=axis,
                           keepdims=bool(keepdims))
    return from_dense(result) if output_is_sparse else result


def reshape(sp_input, shape, name=None):
    dense = tf.reshape(to_dense(sp_input, validate_indices=False), shape)
    flat = sp_input.dense_shape.numpy().tolist()
    places = []
    for place in _places(sp_input):
        position = 0
        for length, index in zip(flat, place):
            position = position * length + index
        places.append(position)
    steps, rest = [], 1
    for length in reversed(dense.shape.as_list()):
        steps.insert(0, rest)
        rest *= length
    lengths = dense.shape.as_list()
    indices = [[p // step % length for step, length in zip(steps, lengths)] for p in places]
    return SparseTensor(indices, sp_input.values, lengths)


def transpose(sp_input, perm=None, name=None):
    rank = int(sp_input.dense_shape.shape[0])
    perm = list(perm) if perm is not None else list(range(rank))[::-1]
    return reorder(SparseTensor(tf.gather(sp_input.indices, perm, axis=1), sp_input.values,
                                tf.gather(sp_input.dense_shape, perm)))


def slice(sp_input, start, size, name=None):
    start, size = [[int(number) for number in numbers] for numbers in (start, size)]
    shape = sp_input.dense_shape.numpy().tolist()
    size = [min(length - first, wanted) for length, first, wanted in zip(shape, start, size)]
    kept = {tuple(i - first for i, first in zip(place, start)): value
            for place, value in zip(_places(sp_input), sp_input.values.numpy().tolist())
            if all(first <= i < first + length for i, first, length in zip(place, start, size))}
    return _from_dict(kept, sp_input.dtype, size)


def concat(axis, sp_inputs, expand_nonconcat_dims=False, name=None):
    return from_dense(tf.concat([to_dense(sp, validate_indices=False) for sp in sp_inputs], axis))


def mask(a, mask_indices, name=None):
    left_out = set(tf.convert_to_tensor(mask_indices).numpy().tolist())
    kept = [place for place, row in enumerate(a.indices.numpy().tolist()) if row[0] not in left_out]
    return tf.IndexedSlices(tf.gather(a.values, kept), tf.gather(a.indices, kept))


def retain(sp_input, to_retain):
    kept = tf.where(tf.convert_to_tensor(to_retain))[:, 0]
    return SparseTensor(tf.gather(sp_input.indices, kept), tf.gather(sp_input.values, kept),
                        sp_input.dense_shape)


def fill_empty_rows(sp_input, default_value, name=None):
    places = _places(sp_input)
    values = dict(zip(places, sp_input.values.numpy().tolist()))
    shape = sp_input.dense_shape.numpy().tolist()
    filled = {place[0] for place in places}
    empty = [row not in filled for row in range(shape[0])]
    for row, is_empty in enumerate(empty):
        if is_empty:
            values[(row,) + (0,) * (len(shape) - 1)] = default_value
    return _from_dict(values, sp_input.dtype, shape), tf.constant(empty, dtype=tf.bool)


def eye(num_rows, num_columns=None, dtype=tf.float32, name=None):
    columns = num_rows if num_columns is None else num_columns
    count = min(num_rows, columns)
    return SparseTensor([[i, i] for i in range(count)], tf.ones([count], dtype),
                        [num_rows, columns])


def to_indicator(sp_input, vocab_size, name=None):
    places = {place[:-1] + (int(value),)
              for place, value in zip(_places(sp_input), sp_input.values.numpy().tolist())}
    shape = sp_input.dense_shape.numpy().tolist()[:-1] + [vocab_size]
    return to_dense(_from_dict({place: True for place in places}, tf.bool, shape),
                    default_value=False)


def map_values(op, *args, **kwargs):
    first = [arg for arg in args if isinstance(arg, SparseTensor)][0]
    plain = [arg.values if isinstance(arg, SparseTensor) else arg for arg in args]
    return first.with_values(op(*plain, **kwargs))


def expand_dims(sp_input, axis=None, name=None):
    rank = int(sp_input.dense_shape.shape[0])
    axis = -1 if axis is None else axis
    place = axis + rank + 1 if axis < 0 else axis
    zeros = tf.zeros([sp_input.indices.shape[0], 1], tf.int64)
    indices = tf.concat([sp_input.indices[:, :place], zeros, sp_input.indices[:, place:]], 1)
    shape = sp_input.dense_shape.numpy().tolist()
    return SparseTensor(indices, sp_input.values, shape[:place] + [1] + shape[place:])


def _joined(function):
    def work(sp_a, sp_b, name=None):
        a, b = (dict(zip(_places(sp), sp.values.numpy().tolist())) for sp in (sp_a, sp_b))
        found = {place: function(a.get(place, 0), b.get(place, 0)) for place in {**a, **b}}
        return _from_dict(found, sp_a.dtype, sp_a.dense_shape.numpy().tolist())
    return work


maximum, minimum = _joined(max), _joined(min)


def softmax(sp_input, name=None):
    rows = {}
    for place, key in enumerate(_places(sp_input)):
        rows.setdefault(key[:-1], []).append(place)
    values = sp_input.values
    for places in rows.values():
        found = tf.nn.softmax(tf.gather(sp_input.values, places))
        values = tf.tensor_scatter_nd_update(values, [[place] for place in places], found)
    return sp_input.with_values(values)


def cast(sp_input, dtype):
    return sp_input.with_values(tf.cast(sp_input.values, dtype))
