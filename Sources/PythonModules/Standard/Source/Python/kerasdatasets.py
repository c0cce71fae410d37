"""The data sets of the course: read from files that lie beside the note, since a note downloads nothing, or made
up where that was asked for."""

import json
import os
import sys

import numpy as np

_FOLDERS = ('datasets', '.keras/datasets', '.')


def _path(file):
    """The path of a data set's file; None where there is none."""
    for folder in _FOLDERS:
        path = os.path.join(folder, file)
        if os.path.exists(path):
            return path
    return None


def _is_made_up(name, file):
    """Whether a data set is to be made up; a file that is there goes before it."""
    if _path(file) is not None:
        return False
    if _native.synthetic:
        print(f'keras.datasets.{name}: made-up data (--synthetic-data), not the real ones',
              file=sys.stderr)
        return True
    raise FileNotFoundError(
        f'keras.datasets.{name} needs the file {file}, and a note downloads nothing. '
        f'Put a copy of ~/.keras/datasets/{file} (Keras keeps it there once it was loaded with an '
        'internet connection) into the folder `datasets` beside the note, or let nbrun make data '
        'up with --synthetic-data.')


# Files of arrays

def _files(file):
    with open(_path(file), 'rb') as found:
        return _native.read_zip(found.read())


def _header(data):
    """The type, the shape and where the elements begin of an .npy file."""
    if data[:6] != b'\x93NUMPY':
        raise ValueError('the magic string is not correct')
    width = 2 if data[6] == 1 else 4
    start = 8 + width
    end = start + int.from_bytes(data[8:start], 'little')
    text = data[start:end].decode('latin1')
    shape = text[text.index("'shape': (") + 10:]
    lengths = [int(part) for part in shape[:shape.index(')')].split(',') if part.strip()]
    kind = text.split("'descr': '")[1].split("'")[0]
    return kind, lengths, end


def _array(files, key):
    data = files[key + '.npy']
    kind, lengths, start = _header(data)
    return np.frombuffer(data, dtype=np.dtype(kind.lstrip('|<=')), offset=start).reshape(lengths)


def _lists(files, key):
    """Lists of word numbers, which are kept in the form that can hold programs too: of it numbers are read."""
    data = files[key + '.npy']
    return _native.word_lists(data[_header(data)[2]:])


# Images and tables

_IMAGES = {'mnist': ((28, 28), 60000, 10), 'fashion_mnist': ((28, 28), 60000, 10),
           'cifar10': ((32, 32, 3), 50000, 10), 'cifar100': ((32, 32, 3), 50000, 100)}


def load_images(name, file):
    """Images and their classes, for training and for testing."""
    if _is_made_up(name, file):
        shape, count, classes = _IMAGES[name]
        rng = np.random.RandomState(len(name))
        shapes = rng.randint(0, 200, (classes,) + shape)
        return tuple(_made_up_images(rng, shapes, number) for number in (count, 10000))
    files = _files(file)
    train = _array(files, 'x_train'), _array(files, 'y_train')
    return train, (_array(files, 'x_test'), _array(files, 'y_test'))


def _made_up_images(rng, shapes, count):
    """A picture for each class, and noise over it."""
    labels = rng.randint(0, len(shapes), count)
    noise = rng.randint(0, 56, (count,) + shapes.shape[1:])
    images = (shapes[labels] + noise).astype('uint8')
    labels = labels.astype('uint8')
    return images, labels.reshape(-1, 1) if shapes.ndim == 4 else labels


def load_boston(file, test_split, seed):
    """Features of districts and the prices of their houses."""
    if _is_made_up('boston_housing', file):
        made = np.random.RandomState(13)
        x = np.round(made.uniform(0, 100, (506, 13)), 2)
        y = np.round(np.clip(22 + (x - 50) @ made.uniform(-.1, .1, 13), 5, 50), 1)
    else:
        files = _files(file)
        x, y = _array(files, 'x'), _array(files, 'y')
    order = np.arange(len(x))
    np.random.RandomState(seed).shuffle(order)
    x, y = x[order], y[order]
    first = int(len(x) * (1 - test_split))
    return (np.array(x[:first]), np.array(y[:first])), (np.array(x[first:]), np.array(y[first:]))


# Texts

_TEXTS = {'imdb': (50000, 2, 88584, 230), 'reuters': (11228, 46, 30979, 140)}
_COMMON = ('the and a of to is br in it i this that was as for with movie but film on not you are '
           'his have he be one all at by an they who so from like her or just about has if out '
           'some there what good more when very up no time she even my would which').split()


def _made_up_texts(name):
    """Lists of word numbers, frequent words first; every class has words that it likes."""
    count, classes, words, length = _TEXTS[name]
    rng = np.random.RandomState(classes)
    labels = rng.randint(0, classes, count)
    lengths = np.minimum(10 + rng.exponential(length - 10, count).astype('int64'), 2400)
    ends = np.cumsum(lengths)
    numbers = np.exp(rng.random_sample(int(ends[-1])) * np.log(words)).astype('int64')
    liked = rng.random_sample(len(numbers)) < 0.1
    favourite = 60 + np.repeat(labels, lengths) * 40 + numbers % 40
    numbers = np.where(liked, favourite, numbers).tolist()
    starts = [0] + ends.tolist()
    return [numbers[starts[place]:starts[place + 1]] for place in range(count)], labels


class Texts(list):
    """Lists of numbers, which say of themselves what an array of objects says."""

    ndim = 1
    dtype = 'object'

    @property
    def shape(self):
        return (len(self),)

    @property
    def size(self):
        return len(self)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return Texts(super().__getitem__(key))
        if isinstance(key, (list, np.ndarray)):
            places = np.asarray(key)
            places = np.flatnonzero(places) if places.dtype == bool else places
            return Texts(super(Texts, self).__getitem__(place) for place in places.tolist())
        return super().__getitem__(key)

    def tolist(self):
        return list(self)

    def __repr__(self):
        rows = [f'list({row})' for row in (self if len(self) < 7 else self[:3])]
        if len(self) > 6:
            rows += ['...'] + [f'list({row})' for row in self[-3:]]
        inside = ',\n       '.join(rows)
        return f'array([{inside}], dtype=object)'


def _shuffled(lists, labels, rng):
    order = np.arange(len(lists))
    rng.shuffle(order)
    return [lists[place] for place in order.tolist()], labels[order]


def load_texts(name, path, num_words, skip_top, maxlen, test_split, seed, start_char, oov_char,
               index_from):
    """Texts as lists of word numbers, and their classes."""
    rng = np.random.RandomState(seed)
    if _is_made_up(name, path):
        lists, labels = _made_up_texts(name)
        parts = [(lists, labels)]
        if name == 'imdb':
            half = len(lists) // 2
            parts = [(lists[:half], labels[:half]), (lists[half:], labels[half:])]
    else:
        files = _files(path)
        keys = [('x', 'y')] if 'x.npy' in files else [('x_train', 'y_train'), ('x_test', 'y_test')]
        parts = [(_lists(files, x), _array(files, y)) for x, y in keys]
    parts = [_shuffled(lists, labels, rng) for lists, labels in parts]
    lists = [one for part in parts for one in part[0]]
    labels = np.concatenate([part[1] for part in parts])
    first = len(parts[0][0]) if len(parts) == 2 else None
    lists = _native.adjusted(lists, index_from or 0, start_char, 0, sys.maxsize, None)
    if maxlen:
        kept = [place for place, one in enumerate(lists) if len(one) < maxlen]
        lists, labels = [lists[place] for place in kept], labels[kept]
        if first is not None:
            first = sum(place < first for place in kept)
        if not lists:
            raise ValueError('After filtering for sequences shorter than maxlen='
                             f'{maxlen}, no sequence was kept. Increase maxlen.')
    if not num_words:
        num_words = max(max(one) for one in lists)
    lists = _native.adjusted(lists, 0, None, skip_top, num_words, oov_char)
    if first is None:
        first = int(len(lists) * (1 - test_split))
    return (Texts(lists[:first]), labels[:first]), (Texts(lists[first:]), labels[first:])


def load_word_index(name, path):
    """The number of every word."""
    if _is_made_up(name, path):
        count = _TEXTS[name][2]
        words = _COMMON + [f'word{number}' for number in range(len(_COMMON) + 1, count + 1)]
        return {word: number for number, word in enumerate(words, 1)}
    with open(_path(path)) as found:
        return json.load(found)
