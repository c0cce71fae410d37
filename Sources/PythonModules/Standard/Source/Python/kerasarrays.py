"""Arrays of labels."""

import numpy as np


def to_categorical(y, num_classes=None, dtype='float32'):
    """Class numbers as rows of zeros with a one."""
    y = np.array(y, dtype='int')
    shape = y.shape
    if shape and shape[-1] == 1 and len(shape) > 1:
        shape = tuple(shape[:-1])
    y = y.reshape(-1)
    if not num_classes:
        num_classes = np.max(y) + 1
    result = np.zeros((y.shape[0], num_classes), dtype=dtype)
    result[np.arange(y.shape[0]), y] = 1
    return np.reshape(result, shape + (num_classes,))


def to_ordinal(y, num_classes=None, dtype='float32'):
    """Class numbers as rows of ones up to the class."""
    y = np.array(y, dtype='int')
    shape = y.shape
    if shape and shape[-1] == 1 and len(shape) > 1:
        shape = tuple(shape[:-1])
    y = y.reshape(-1)
    if not num_classes:
        num_classes = np.max(y) + 1
    thresholds = np.arange(num_classes - 1)
    result = (y[:, np.newaxis] > thresholds).astype(dtype)
    return np.reshape(result, shape + (num_classes - 1,))


def normalize(x, axis=-1, order=2):
    """Vectors at length 1."""
    length = np.atleast_1d(np.linalg.norm(x, order, axis))
    length[length == 0] = 1
    return x / np.expand_dims(length, axis)
