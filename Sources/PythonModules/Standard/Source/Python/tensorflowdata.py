"""Datasets of files, and steps of pipelines that few notes need."""
import glob
import os
import struct

import numpy as np
import tensorflow as tf

_Dataset = tf.data.Dataset


def _names(filenames):
    if isinstance(filenames, _Dataset):
        return lambda: [name.numpy() for name in filenames]
    found = np.ravel(tf.convert_to_tensor(filenames).numpy()).tolist()
    return lambda: found


def _read(name):
    path = name.decode() if isinstance(name, bytes) else name
    if not os.path.exists(path):
        raise tf.errors.NotFoundError(
            None, None, "%s; No such file or directory" % path)
    with open(path, "rb") as file:
        return file.read()


def _opened(data, kind):
    if kind:
        raise NotImplementedError("packed records (%s) are not available in nbrun" % kind)
    return data


def _texts(generate):
    return _Dataset.from_generator(generate, output_signature=tf.TensorSpec([], tf.string))


def TextLineDataset(filenames, compression_type=None, buffer_size=None, num_parallel_reads=None,
                    name=None):
    names = _names(filenames)

    def lines():
        for path in names():
            data = _opened(_read(path), compression_type).split(b"\n")
            for line in data[:-1] if not data[-1] else data:
                yield line[:-1] if line.endswith(b"\r") else line
    return _texts(lines)


def FixedLengthRecordDataset(filenames, record_bytes, header_bytes=None, footer_bytes=None,
                             buffer_size=None, compression_type=None, num_parallel_reads=None,
                             name=None):
    names = _names(filenames)

    def records():
        for path in names():
            data = _opened(_read(path), compression_type)
            data = data[header_bytes or 0:len(data) - (footer_bytes or 0)]
            for place in range(0, len(data) - record_bytes + 1, record_bytes):
                yield data[place:place + record_bytes]
    return _texts(records)


# Records: their length, its check, their bytes, and theirs.

def _remainders():
    found = []
    for number in range(256):
        for _ in range(8):
            number = number >> 1 ^ (0x82F63B78 if number & 1 else 0)
        found.append(number)
    return found


_TABLE = _remainders()


def _check(data):
    """Castagnoli's check sum, turned as records keep it."""
    total = 0xFFFFFFFF
    for byte in data:
        total = _TABLE[(total ^ byte) & 255] ^ total >> 8
    total ^= 0xFFFFFFFF
    return (total >> 15 | total << 17 & 0xFFFFFFFF) + 0xA282EAD8 & 0xFFFFFFFF


class TFRecordWriter:
    """Writes records to a file."""

    def __init__(self, path, options=None):
        self._path, self._parts = path, []
        _opened(b"", getattr(options, "compression_type", options) or None)

    def write(self, record):
        record = record.numpy() if hasattr(record, "numpy") else record
        length = struct.pack("<Q", len(record))
        self._parts.append(length + struct.pack("<I", _check(length)) + record
                           + struct.pack("<I", _check(record)))

    def flush(self):
        with open(self._path, "wb") as file:
            file.write(b"".join(self._parts))

    def close(self):
        self.flush()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


class TFRecordOptions:
    """How records are packed."""

    def __init__(self, compression_type=None, *rest, **more):
        self.compression_type = compression_type


def TFRecordDataset(filenames, compression_type=None, buffer_size=None, num_parallel_reads=None,
                    name=None):
    names = _names(filenames)

    def records():
        for path in names():
            data, place = _opened(_read(path), compression_type), 0
            while place < len(data):
                head = data[place:place + 12]
                length = struct.unpack("<Q", head[:8])[0] if len(head) == 12 else -1
                end = place + 16 + length
                if length < 0 or end > len(data) or struct.unpack("<I", head[8:])[0] != _check(
                        head[:8]):
                    raise tf.errors.DataLossError(None, None, "corrupted record at %d" % place)
                yield data[place + 12:end - 4]
                place = end
    return _texts(records)


class Options:
    """What a pipeline is told; nothing of it changes what comes out."""

    def __init__(self):
        self.experimental_optimization = self.autotune = _Settings()
        self.threading, self.experimental_distribute = ThreadingOptions(), _Settings()
        self.deterministic = self.experimental_deterministic = None

    def merge(self, options):
        return self


class _Settings:
    pass


class ThreadingOptions:
    """How many threads there are."""

    def __init__(self):
        self.max_intra_op_parallelism = self.private_threadpool_size = None


# Methods of datasets

def _of(elements, spec):
    return _Dataset.from_generator(lambda: iter(elements), output_signature=spec)


def _arguments(element):
    return element if isinstance(element, tuple) else (element,)


def group_by_window(self, key_func, reduce_func, window_size=None, window_size_func=None,
                    name=None):
    if (window_size is None) == (window_size_func is None):
        raise ValueError("Either the `window_size` argument or the `window_size_func` argument "
                         "must be specified.")
    spec = self.element_spec

    def made(key, elements):
        return reduce_func(tf.constant(key, tf.int64), _of(elements, spec))

    def generate():
        groups = {}
        for element in self:
            key = int(key_func(*_arguments(element)))
            size = window_size if window_size_func is None else window_size_func(
                tf.constant(key, tf.int64))
            groups.setdefault(key, []).append(element)
            if len(groups[key]) >= int(size):
                yield from made(key, groups.pop(key))
        for key in sorted(groups):
            yield from made(key, groups[key])
    return _Dataset.from_generator(generate, output_signature=made(0, []).element_spec)


def bucket_by_sequence_length(self, element_length_func, bucket_boundaries, bucket_batch_sizes,
                              padded_shapes=None, padding_values=None,
                              pad_to_bucket_boundary=False, no_padding=False,
                              drop_remainder=False, name=None):
    if len(bucket_batch_sizes) != len(bucket_boundaries) + 1:
        raise ValueError("`len(bucket_batch_sizes)` must equal `len(bucket_boundaries) + 1` but "
                         "`len(bucket_batch_sizes)=%d` and `len(bucket_boundaries)=%d`." % (
                             len(bucket_batch_sizes), len(bucket_boundaries)))

    def key_func(*args):
        length = int(element_length_func(*args))
        return sum(boundary <= length for boundary in bucket_boundaries)

    def reduce_func(key, window):
        size = bucket_batch_sizes[int(key)]
        if no_padding:
            return window.batch(size, drop_remainder=drop_remainder)
        return window.padded_batch(size, padded_shapes, padding_values,
                                   drop_remainder=drop_remainder)
    return group_by_window(self, key_func, reduce_func,
                           window_size_func=lambda key: bucket_batch_sizes[int(key)])


def rebatch(self, batch_size, drop_remainder=False, name=None):
    return self.unbatch().batch(batch_size, drop_remainder=drop_remainder)


def ignore_errors(self, log_warning=False, name=None):
    def generate():
        elements = iter(self)
        while True:
            try:
                element = next(elements)
            except StopIteration:
                return
            except tf.errors.OpError:
                continue
            yield element
    return _Dataset.from_generator(generate, output_signature=self.element_spec)


def snapshot(self, path, compression="AUTO", reader_func=None, shard_func=None, name=None):
    return self


def counter(start=0, step=1, dtype=tf.int64, name=None):
    return _Dataset.range(start, np.iinfo(np.int64).max // 2, step, output_type=dtype)


def list_files(file_pattern, shuffle=None, seed=None, name=None):
    patterns = [part.decode() if isinstance(part, bytes) else part
                for part in _names(file_pattern)()]
    found = sorted({path for pattern in patterns for path in glob.glob(pattern)})
    if not found:
        raise tf.errors.InvalidArgumentError(
            None, None, "Expected 'tf.Tensor(True, shape=(), dtype=bool)' to be true. Summarized "
            "data: b'No files matched pattern: %s'" % ", ".join(patterns))
    files = _Dataset.from_tensor_slices(found)
    return files.shuffle(len(found), seed=seed) if shuffle is None or shuffle else files


def choose_from_datasets(datasets, choice_dataset, stop_on_empty_dataset=True):
    def generate():
        sources = [iter(dataset) for dataset in datasets]
        for choice in choice_dataset:
            try:
                yield next(sources[int(choice)])
            except StopIteration:
                if stop_on_empty_dataset:
                    return
    return _Dataset.from_generator(generate, output_signature=datasets[0].element_spec)


def sample_from_datasets(datasets, weights=None, seed=None, stop_on_empty_dataset=False,
                         rerandomize_each_iteration=None):
    count = len(datasets)
    shares = [1.0 / count] * count if weights is None else np.ravel(weights).tolist()

    def generate():
        sources = {place: iter(dataset) for place, dataset in enumerate(datasets)}
        while sources:
            places = sorted(sources)
            logits = np.log([[shares[place] for place in places]])
            choice = places[int(tf.random.categorical(logits, 1, seed=seed)[0, 0])]
            try:
                element = next(sources[choice])
            except StopIteration:
                if stop_on_empty_dataset:
                    return
                del sources[choice]
                continue
            yield element
    return _Dataset.from_generator(generate, output_signature=datasets[0].element_spec)


def ragged_batch(self, batch_size, drop_remainder=False, row_splits_dtype=tf.int64, name=None):
    return self.batch(batch_size, drop_remainder=drop_remainder)


class Optional:
    """An element, or none."""

    def __init__(self, *element):
        self._element = element

    def has_value(self, name=None):
        return tf.constant(len(self._element) > 0)

    def get_value(self, name=None):
        if not self._element:
            raise tf.errors.InvalidArgumentError(None, None, "The given optional does not have a value.")
        return self._element[0]
