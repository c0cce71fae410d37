"""Operations on the sets that the last axis of a tensor holds."""
import tensorflow as tf


def _rows(a):
    if isinstance(a, tf.SparseTensor):
        lead = a.dense_shape.numpy().tolist()[:-1]
        rows = {}
        for place, value in zip(a.indices.numpy().tolist(), a.values.numpy().tolist()):
            rows.setdefault(tuple(place[:-1]), []).append(value)
        return lead, rows, a.dtype
    a = tf.convert_to_tensor(a)
    lead = a.shape.as_list()[:-1]
    flat = tf.reshape(a, [-1, a.shape[-1]]).numpy().tolist()
    rows = {}
    for position, row in enumerate(flat):
        place, rest = [], position
        for length in reversed(lead):
            place.insert(0, rest % length)
            rest //= length
        rows[tuple(place)] = row
    return lead, rows, a.dtype


def _combined(a, b, combine):
    lead, left, dtype = _rows(a)
    _, right, _ = _rows(b)
    indices, values, width = [], [], 0
    for place in sorted(set(left) | set(right)):
        found = sorted(combine(set(left.get(place, ())), set(right.get(place, ()))))
        width = max(width, len(found))
        for column, value in enumerate(found):
            indices.append(list(place) + [column])
            values.append(value)
    if not indices:
        indices = tf.zeros([0, len(lead) + 1], tf.int64)
    return tf.SparseTensor(indices, tf.constant(values, dtype=dtype), lead + [width])


def union(a, b, validate_indices=True):
    return _combined(a, b, lambda left, right: left | right)


def intersection(a, b, validate_indices=True):
    return _combined(a, b, lambda left, right: left & right)


def difference(a, b, aminusb=True, validate_indices=True):
    if not aminusb:
        a, b = b, a
    return _combined(a, b, lambda left, right: left - right)


def size(a, validate_indices=True):
    lead, rows, _ = _rows(a)
    counts = {place: len(set(row)) for place, row in rows.items()}

    def nested(place):
        if len(place) == len(lead):
            return counts.get(place, 0)
        return [nested(place + (i,)) for i in range(lead[len(place)])]

    return tf.constant(nested(()), dtype=tf.int32)
