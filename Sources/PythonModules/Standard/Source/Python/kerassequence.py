"""Sequences of numbers for recurrent networks."""

import math
import random

import numpy as np


def pad_sequences(sequences, maxlen=None, dtype='int32', padding='pre', truncating='pre', value=0.0):
    """Sequences at one length, filled up and cut where needed."""
    if not hasattr(sequences, '__len__'):
        raise ValueError('`sequences` must be iterable.')
    lengths = []
    sample_shape = ()
    for item in sequences:
        try:
            lengths.append(len(item))
        except TypeError as error:
            raise ValueError('`sequences` must be a list of iterables. '
                             f'Found non-iterable: {str(item)}') from error
        if not sample_shape and len(item):
            sample_shape = np.asarray(item).shape[1:]
    if maxlen is None:
        maxlen = max(lengths)
    is_text = isinstance(value, str)
    if is_text and dtype is not object:
        raise ValueError(f'`dtype` {dtype} is not compatible with `value`\'s type: '
                         f'{type(value)}\nYou should set `dtype=object` for variable length strings.')
    result = np.full((len(sequences), maxlen) + sample_shape, value, dtype=dtype)
    for row, item in enumerate(sequences):
        if not len(item):
            continue
        if truncating == 'pre':
            kept = item[-maxlen:]
        elif truncating == 'post':
            kept = item[:maxlen]
        else:
            raise ValueError(f'Truncating type "{truncating}" not understood')
        kept = np.asarray(kept, dtype=dtype)
        if kept.shape[1:] != sample_shape:
            raise ValueError(f'Shape of sample {kept.shape[1:]} of sequence at position {row} is '
                             f'different from expected shape {sample_shape}')
        if padding == 'post':
            result[row, :len(kept)] = kept
        elif padding == 'pre':
            result[row, -len(kept):] = kept
        else:
            raise ValueError(f'Padding type "{padding}" not understood')
    return result


def make_sampling_table(size, sampling_factor=1e-5):
    """The probability to keep each word of a table ranked by frequency."""
    gamma = 0.577
    rank = np.arange(size)
    rank[0] = 1
    inverse = rank * (np.log(rank) + gamma) + 0.5 - 1.0 / (12.0 * rank)
    scaled = sampling_factor * inverse
    return np.minimum(1.0, scaled / np.sqrt(scaled))


def skipgrams(sequence, vocabulary_size, window_size=4, negative_samples=1.0, shuffle=True,
              categorical=False, sampling_table=None, seed=None):
    """Pairs of words that stand near each other, and pairs of words drawn at random."""
    couples = []
    labels = []
    for i, word in enumerate(sequence):
        if not word:
            continue
        if sampling_table is not None and sampling_table[word] < random.random():
            continue
        first = max(0, i - window_size)
        last = min(len(sequence), i + window_size + 1)
        for j in range(first, last):
            if j != i and sequence[j]:
                couples.append([word, sequence[j]])
                labels.append([0, 1] if categorical else 1)
    if negative_samples > 0:
        count = int(len(labels) * negative_samples)
        words = [couple[0] for couple in couples]
        random.shuffle(words)
        couples += [[words[i % len(words)], random.randint(1, vocabulary_size - 1)]
                    for i in range(count)]
        labels += [[1, 0] if categorical else 0] * count
    if shuffle:
        if seed is None:
            seed = random.randint(0, int(10e6))
        random.seed(seed)
        random.shuffle(couples)
        random.seed(seed)
        random.shuffle(labels)
    return couples, labels


def _remove_long_seq(maxlen, seq, label):
    kept = [(s, l) for s, l in zip(seq, label) if len(s) < maxlen]
    return [s for s, _ in kept], [l for _, l in kept]


class Sequence:
    """Batches by number: the base of classes that `fit` takes."""

    __module__ = 'keras.src.utils.data_utils'

    def __getitem__(self, index):
        raise NotImplementedError

    def __len__(self):
        raise NotImplementedError

    def on_epoch_end(self):
        pass

    def __iter__(self):
        for index in range(len(self)):
            yield self[index]


class TimeseriesGenerator(Sequence):
    """Batches of windows over a series, with what comes after them."""

    def __init__(self, data, targets, length, sampling_rate=1, stride=1, start_index=0,
                 end_index=None, shuffle=False, reverse=False, batch_size=128):
        if len(data) != len(targets):
            raise ValueError('Data and targets have to be of same length. Data length is '
                             f'{len(data)} while target length is {len(targets)}')
        self.data = data
        self.targets = targets
        self.length = length
        self.sampling_rate = sampling_rate
        self.stride = stride
        self.start_index = start_index + length
        self.end_index = len(data) - 1 if end_index is None else end_index
        self.shuffle = shuffle
        self.reverse = reverse
        self.batch_size = batch_size
        if self.start_index > self.end_index:
            raise ValueError(f'`start_index+length={self.start_index} > end_index={self.end_index}` '
                             'is disallowed, as no part of the sequence would be left to be used '
                             'as current step.')

    def __len__(self):
        span = self.end_index - self.start_index + self.batch_size * self.stride
        return span // (self.batch_size * self.stride)

    def __getitem__(self, index):
        if self.shuffle:
            rows = np.random.randint(self.start_index, self.end_index + 1, size=self.batch_size)
        else:
            first = self.start_index + self.batch_size * self.stride * index
            last = min(first + self.batch_size * self.stride, self.end_index + 1)
            rows = np.arange(first, last, self.stride)
        samples = np.array([self.data[row - self.length:row:self.sampling_rate] for row in rows])
        targets = np.array([self.targets[row] for row in rows])
        if self.reverse:
            return samples[:, ::-1, ...], targets
        return samples, targets

    def get_config(self):
        return {'data': list(self.data), 'targets': list(self.targets), 'length': self.length,
                'sampling_rate': self.sampling_rate, 'stride': self.stride,
                'start_index': self.start_index, 'end_index': self.end_index,
                'shuffle': self.shuffle, 'reverse': self.reverse, 'batch_size': self.batch_size}
