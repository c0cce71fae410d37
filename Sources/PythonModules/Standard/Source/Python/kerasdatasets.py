"""The data sets of the course: read from files that lie beside the note, since a note downloads nothing."""

import json
import os

import numpy as np

_FOLDERS = ('datasets', '.keras/datasets', '.')


def _find(name, file):
    """The path of a data set's file."""
    for folder in _FOLDERS:
        path = os.path.join(folder, file)
        if os.path.exists(path):
            return path
    raise FileNotFoundError(
        f'keras.datasets.{name} needs the file {file}, and a note downloads nothing. '
        f'Put a copy of ~/.keras/datasets/{file} (Keras keeps it there once it was loaded with an '
        f'internet connection) into the folder `datasets` beside the note.')


def _arrays(name, file, keys):
    """Arrays of an .npz file."""
    with np.load(_find(name, file)) as found:
        return [found[key] for key in keys]


def load_images(name, file):
    """Images and their classes, for training and for testing."""
    x_train, y_train, x_test, y_test = _arrays(
        name, file, ('x_train', 'y_train', 'x_test', 'y_test'))
    return (x_train, y_train), (x_test, y_test)


def load_boston(file, test_split, seed):
    """Features of districts and the prices of their houses."""
    x, y = _arrays('boston_housing', file, ('x', 'y'))
    rng = np.random.RandomState(seed)
    order = np.arange(len(x))
    rng.shuffle(order)
    x, y = x[order], y[order]
    first = int(len(x) * (1 - test_split))
    return (np.array(x[:first]), np.array(y[:first])), (np.array(x[first:]), np.array(y[first:]))


def load_texts(name, file):
    """Texts as lists of word numbers, which Keras keeps in a form that can hold programs too."""
    _find(name, file)
    raise ValueError(
        f'{file} keeps its lists as pickled objects, which could run any code when they are read; '
        'nbrun does not unpickle. Save the lists as JSON beside the note and read that.')


def load_word_index(name, file):
    """The number of every word."""
    with open(_find(name, file)) as found:
        return json.load(found)
