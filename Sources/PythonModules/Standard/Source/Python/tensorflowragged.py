"""What few notes need of `tf.ragged`."""
import numpy as np
import tensorflow as tf


def _kept(rows, mask):
    found = []
    for row, wanted in zip(rows, mask):
        if isinstance(wanted, list):
            found.append(_kept(row, wanted))
        elif wanted:
            found.append(row)
    return found


def boolean_mask(data, mask, name=None):
    def plain(value):
        return value.to_list() if isinstance(value, tf.RaggedTensor) else (
            tf.convert_to_tensor(value).numpy().tolist())

    def depth(value):
        return 1 + depth(value[0]) if isinstance(value, list) and value else (
            1 if isinstance(value, list) else 0)
    source = data if isinstance(data, tf.RaggedTensor) else tf.convert_to_tensor(data)
    mask = plain(mask)
    kept = _kept(plain(data), mask)
    if depth(mask) == 1:
        if isinstance(data, tf.RaggedTensor):
            return tf.ragged.constant(kept, dtype=source.dtype)
        return tf.boolean_mask(source, mask)
    return tf.ragged.constant(kept, dtype=source.dtype, ragged_rank=depth(mask) - 1)


def row_splits_to_segment_ids(splits, name=None, out_type=None):
    splits = tf.convert_to_tensor(splits)
    if splits.dtype == tf.int32 and not isinstance(splits, np.ndarray):
        splits = tf.cast(splits, tf.int64)
    lengths = splits[1:] - splits[:-1]
    ids = tf.repeat(tf.range(len(lengths), dtype=splits.dtype), lengths)
    return ids if out_type is None else tf.cast(ids, out_type)


def segment_ids_to_row_splits(segment_ids, num_segments=None, out_type=None, name=None):
    ids = tf.convert_to_tensor(segment_ids).numpy()
    count = int(num_segments) if num_segments is not None else (
        int(ids.max()) + 1 if ids.size else 0)
    lengths = np.bincount(ids.ravel(), minlength=count)
    splits = np.concatenate([[0], np.cumsum(lengths)])
    return tf.constant(splits, out_type or tf.int64)


def stack_dynamic_partitions(data, partitions, num_partitions, name=None):
    parts = tf.dynamic_partition(data, partitions, num_partitions)
    return tf.RaggedTensor.from_row_lengths(
        tf.concat(parts, 0), [part.shape[0] for part in parts])


def to_sparse(ragged, name=None):
    places, longest = [], 0
    lengths = ragged.row_lengths().numpy().tolist()
    for row, length in enumerate(lengths):
        places += [[row, place] for place in range(length)]
    longest = max(lengths) if lengths else 0
    return tf.SparseTensor(np.array(places, np.int64).reshape(-1, 2), ragged.flat_values,
                           [len(lengths), longest])


def from_sparse(st_input, name=None, row_splits_dtype=None):
    lengths = [0] * int(st_input.dense_shape[0])
    for row, place in st_input.indices.numpy().tolist():
        if place != lengths[row]:
            raise ValueError("SparseTensor is not right-ragged")
        lengths[row] += 1
    return tf.RaggedTensor.from_row_lengths(st_input.values, lengths)
