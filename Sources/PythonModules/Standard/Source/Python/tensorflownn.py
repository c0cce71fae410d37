"""What few notes need of `tf.nn`."""
import numpy as np
import tensorflow as tf


def _list(value, count):
    if value is None:
        return [1] * count
    parts = list(value) if isinstance(value, (list, tuple)) else [value]
    if len(parts) == 1:
        parts = parts * count
    return parts[1:-1] if len(parts) == count + 2 else parts


def _windows(length, size, step, reach, padding):
    """Where windows begin along an axis, and what is added before and after it."""
    span = (size - 1) * reach + 1
    if padding == "SAME":
        count = -(-length // step)
        missing = max(0, (count - 1) * step + span - length)
        return count, missing // 2, missing - missing // 2
    return max(0, (length - span) // step + 1), 0, 0


def _patches(x, sizes, steps, reaches, padding, fill=0.0):
    """The windows `N … places … K … C` of `N … places … C`, windows flattened to one axis."""
    rank = len(sizes)
    borders, counts = [[0, 0]], []
    for axis in range(rank):
        count, before, after = _windows(
            x.shape[axis + 1], sizes[axis], steps[axis], reaches[axis], padding)
        counts.append(count)
        borders.append([before, after])
    x = tf.pad(x, borders + [[0, 0]], constant_values=fill)
    for axis in range(rank):
        places = [[start * steps[axis] + offset * reaches[axis] for offset in range(sizes[axis])]
                  for start in range(counts[axis])]
        places = tf.reshape(tf.constant(places, dtype=tf.int32), [counts[axis], sizes[axis]])
        x = tf.gather(x, places, axis=1 + 2 * axis)
    order = [0] + [1 + 2 * axis for axis in range(rank)] + [2 + 2 * axis for axis in range(rank)]
    x = tf.transpose(x, order + [1 + 2 * rank])
    batch, channels = x.shape[0], x.shape[-1]
    return tf.reshape(x, [batch] + counts + [int(np.prod(sizes)), channels])



def convolution(input, filters, strides=None, padding="VALID", data_format=None, dilations=None,
                name=None):
    x, filters = tf.convert_to_tensor(input), tf.convert_to_tensor(filters)
    rank = len(filters.shape) - 2
    turned = data_format is not None and data_format.startswith("NC")
    if turned:
        x = tf.transpose(x, [0] + list(range(2, rank + 2)) + [1])
    steps, reaches = _list(strides, rank), _list(dilations, rank)
    if rank == 1 and reaches == [1]:
        y = tf.nn.conv1d(x, filters, steps[0], padding.upper())
    elif rank == 2:
        y = tf.nn.conv2d(x, filters, steps, padding.upper(), dilations=reaches)
    else:
        sizes = filters.shape.as_list()[:-2]
        patches = _patches(x, sizes, steps, reaches, padding.upper())
        places = patches.shape.as_list()[:-2]
        flat = tf.reshape(patches, [-1, patches.shape[-1] * patches.shape[-2]])
        y = tf.matmul(flat, tf.reshape(filters, [flat.shape[-1], -1]))
        y = tf.reshape(y, places + [filters.shape[-1]])
    return tf.transpose(y, [0, rank + 1] + list(range(1, rank + 1))) if turned else y


def conv3d(input, filters, strides, padding, data_format="NDHWC", dilations=None, name=None):
    return convolution(input, filters, strides, padding, data_format, dilations)


def atrous_conv2d(value, filters, rate, padding, name=None):
    return tf.nn.conv2d(value, filters, 1, padding, dilations=rate)


def separable_conv2d(input, depthwise_filter, pointwise_filter, strides, padding, data_format=None,
                     dilations=None, name=None):
    deep = tf.nn.depthwise_conv2d(input, depthwise_filter, strides, padding, dilations=dilations)
    return tf.nn.conv2d(deep, pointwise_filter, 1, "VALID")


def conv_transpose(input, filters, output_shape, strides, padding="SAME", data_format=None,
                   dilations=None, name=None):
    x, filters = tf.convert_to_tensor(input), tf.convert_to_tensor(filters)
    rank = len(filters.shape) - 2
    steps = _list(strides, rank)
    shape = [int(length) for length in np.ravel(tf.convert_to_tensor(output_shape).numpy())]
    sizes = filters.shape.as_list()[:rank]
    # Zeros go between the places, then every place sees the filter turned round.
    for axis in range(rank):
        length, step = x.shape[axis + 1], steps[axis]
        _, before, _ = _windows(shape[axis + 1], sizes[axis], step, 1, padding.upper())
        if step > 1:
            x = tf.stack([x] + [tf.zeros_like(x)] * (step - 1), axis=axis + 2)
            lengths = x.shape.as_list()
            x = tf.reshape(x, lengths[:axis + 1] + [length * step] + lengths[axis + 3:])
            x = tf.gather(x, list(range((length - 1) * step + 1)), axis=axis + 1)
        front = sizes[axis] - 1 - before
        back = shape[axis + 1] + sizes[axis] - 1 - front - x.shape[axis + 1]
        x = tf.pad(x, [[front, back] if place == axis + 1 else [0, 0] for place in range(rank + 2)])
    turned = tf.reverse(filters, list(range(rank)))
    turned = tf.transpose(turned, list(range(rank)) + [rank + 1, rank])
    return convolution(x, turned, 1, "VALID")


def conv1d_transpose(input, filters, output_shape, strides, padding="SAME", data_format="NWC",
                     dilations=None, name=None):
    return conv_transpose(input, filters, output_shape, strides, padding)


def conv2d_transpose(input, filters, output_shape, strides, padding="SAME", data_format="NHWC",
                     dilations=None, name=None):
    return conv_transpose(input, filters, output_shape, strides, padding)


def conv3d_transpose(input, filters, output_shape, strides, padding="SAME", data_format="NDHWC",
                     dilations=None, name=None):
    return conv_transpose(input, filters, output_shape, strides, padding)


def pool(input, window_shape, pooling_type, strides=None, padding="VALID", data_format=None,
         dilations=None, name=None):
    x = tf.convert_to_tensor(input)
    rank = len(x.shape) - 2
    sizes, steps, reaches = (
        _list(window_shape, rank), _list(strides, rank), _list(dilations, rank))
    if pooling_type not in ("AVG", "MAX"):
        raise ValueError("`pooling_type` should be one of 'AVG' or 'MAX'. Received: "
                         "pooling_type=%s" % pooling_type)
    if pooling_type == "MAX":
        lowest = x.dtype.min
        return tf.reduce_max(_patches(x, sizes, steps, reaches, padding.upper(), lowest), axis=-2)
    sums = tf.reduce_sum(_patches(x, sizes, steps, reaches, padding.upper()), axis=-2)
    ones = tf.ones([1] + x.shape.as_list()[1:-1] + [1], x.dtype)
    return sums / tf.reduce_sum(_patches(ones, sizes, steps, reaches, padding.upper()), axis=-2)


def avg_pool3d(input, ksize, strides, padding, data_format="NDHWC", name=None):
    return pool(input, _list(ksize, 3), "AVG", _list(strides, 3), padding)


def max_pool3d(input, ksize, strides, padding, data_format="NDHWC", name=None):
    return pool(input, _list(ksize, 3), "MAX", _list(strides, 3), padding)


def max_pool_with_argmax(input, ksize, strides, padding, data_format="NHWC",
                         output_dtype=tf.int64, include_batch_in_index=False, name=None):
    x = tf.convert_to_tensor(input)
    sizes, steps = _list(ksize, 2), _list(strides, 2)
    patches = _patches(x, sizes, steps, [1, 1], padding.upper(), x.dtype.min)
    batch, height, width, channels = x.shape.as_list()
    order = np.arange(height * width * channels).reshape(1, height, width, channels)
    order = np.repeat(order, batch, 0)
    if include_batch_in_index:
        order = order + np.arange(batch).reshape(-1, 1, 1, 1) * height * width * channels
    places = _patches(tf.constant(order), sizes, steps, [1, 1], padding.upper(), -1)
    best = tf.argmax(patches, axis=-2)
    found = np.take_along_axis(places.numpy(), best.numpy()[..., None, :], axis=-2)[..., 0, :]
    return tf.reduce_max(patches, axis=-2), tf.cast(tf.constant(found), output_dtype)


def depth_to_space(input, block_size, data_format="NHWC", name=None):
    x = tf.convert_to_tensor(input)
    n, height, width, depth = x.shape.as_list()
    x = tf.reshape(x, [n, height, width, block_size, block_size, depth // block_size ** 2])
    x = tf.transpose(x, [0, 1, 3, 2, 4, 5])
    return tf.reshape(x, [n, height * block_size, width * block_size, depth // block_size ** 2])


def space_to_depth(input, block_size, data_format="NHWC", name=None):
    x = tf.convert_to_tensor(input)
    n, height, width, depth = x.shape.as_list()
    x = tf.reshape(x, [n, height // block_size, block_size, width // block_size, block_size, depth])
    x = tf.transpose(x, [0, 1, 3, 2, 4, 5])
    return tf.reshape(
        x, [n, height // block_size, width // block_size, depth * block_size ** 2])


def lrn(input, depth_radius=5, bias=1, alpha=1, beta=0.5, name=None):
    return tf.nn.local_response_normalization(input, depth_radius, bias, alpha, beta)


def sufficient_statistics(x, axes, shift=None, keepdims=False, name=None):
    x = tf.convert_to_tensor(x)
    count = tf.constant(float(np.prod([x.shape[axis] for axis in axes])), x.dtype)
    moved = x if shift is None else x - shift
    squares = tf.square(x) if shift is None else tf.math.squared_difference(x, shift)
    return (count, tf.reduce_sum(moved, axes, keepdims=keepdims),
            tf.reduce_sum(squares, axes, keepdims=keepdims), shift)


def normalize_moments(counts, mean_ss, variance_ss, shift, name=None):
    divisor = tf.math.reciprocal(counts)
    shifted = tf.multiply(mean_ss, divisor)
    mean = shifted if shift is None else tf.add(shifted, shift)
    return mean, tf.subtract(tf.multiply(variance_ss, divisor), tf.square(shifted))


def batch_norm_with_global_normalization(input, mean, variance, beta, gamma, variance_epsilon,
                                         scale_after_normalization, name=None):
    return tf.nn.batch_normalization(
        input, mean, variance, beta, gamma if scale_after_normalization else None, variance_epsilon)


def collapse_repeated(labels, seq_length, name=None):
    rows = []
    for row, length in zip(tf.convert_to_tensor(labels).numpy().tolist(),
                           np.ravel(seq_length).tolist()):
        row = row[:length]
        rows.append([item for place, item in enumerate(row) if place == 0 or item != row[place - 1]])
    longest = max([len(row) for row in rows] or [0])
    padded = [row + [0] * (longest - len(row)) for row in rows]
    return (tf.constant(padded, tf.convert_to_tensor(labels).dtype),
            tf.constant([len(row) for row in rows], tf.int32))


def ctc_greedy_decoder(inputs, sequence_length, merge_repeated=True, blank_index=None):
    inputs = tf.convert_to_tensor(inputs)
    steps, batch, classes = inputs.shape.as_list()
    blank = classes - 1 if blank_index is None else blank_index
    best, top = tf.argmax(inputs, axis=2).numpy(), tf.reduce_max(inputs, axis=2).numpy()
    indices, values, longest, sums = [], [], 0, []
    for row, length in enumerate(np.ravel(sequence_length).tolist()):
        kept, previous = [], None
        for label in best[:length, row].tolist():
            if label != blank and not (merge_repeated and label == previous):
                kept.append(label)
            previous = label
        indices += [[row, place] for place in range(len(kept))]
        values += kept
        longest = max(longest, len(kept))
        sums.append([-top[:length, row].sum()])
    sparse = tf.SparseTensor(
        np.array(indices, np.int64).reshape(-1, 2), tf.constant(values, tf.int64), [batch, longest])
    return [sparse], tf.constant(np.array(sums, np.float32))


def ctc_loss(labels, logits, label_length, logit_length, logits_time_major=True, unique=None,
             blank_index=None, name=None):
    logits = tf.convert_to_tensor(logits)
    if not logits_time_major:
        logits = tf.transpose(logits, [1, 0, 2])
    shares = tf.nn.log_softmax(logits)
    blank = 0 if blank_index is None else blank_index % logits.shape[-1]
    labels = tf.sparse.to_dense(labels) if hasattr(labels, "dense_shape") else labels
    labels = tf.convert_to_tensor(labels).numpy()
    none = tf.constant(-1e30, shares.dtype)
    losses = []
    for row in range(logits.shape[1]):
        text = labels[row, :int(label_length[row])].tolist()
        states = [blank] + [part for label in text for part in (label, blank)]
        total = [shares[0, row, state] if place < 2 else none for place, state in enumerate(states)]
        for step in range(1, int(logit_length[row])):
            following = []
            for place, state in enumerate(states):
                ways = total[max(0, place - 1):place + 1]
                if place > 1 and state != blank and state != states[place - 2]:
                    ways = [total[place - 2]] + ways
                following.append(tf.reduce_logsumexp(tf.stack(ways)) + shares[step, row, state])
            total = following
        losses.append(-tf.reduce_logsumexp(tf.stack(total[-2:])))
    return tf.stack(losses)
