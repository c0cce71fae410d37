"""Matrices: arrays of two axes that multiply as matrices do."""
import operator

import numpy as np


def _parsed(text):
    rows = [row.replace(",", " ").split() for row in text.split(";")]
    return [[float(part) if "." in part or "e" in part else int(part) for part in row]
            for row in rows]


class matrix(np.ndarray):
    """A matrix."""

    def __new__(cls, data, dtype=None, copy=True):
        found = np.array(_parsed(data) if isinstance(data, str) else _plain(data), dtype=dtype)
        if found.ndim > 2:
            raise ValueError("matrix must be 2-dimensional")
        if found.ndim < 2:
            found = found.reshape(1, -1)
        return found.view(cls)

    def __getitem__(self, key):
        found = _plain(self)[key]
        if not isinstance(found, np.ndarray) or found.ndim == 2:
            return _matrix(found)
        is_column = isinstance(key, tuple) and len(key) == 2 and isinstance(key[1], (int, np.integer))
        return _matrix(found.reshape(-1, 1) if is_column else found.reshape(1, -1))

    def __iter__(self):
        return iter([self[place] for place in range(len(self))])

    def __repr__(self):
        return "matrix" + repr(_plain(self))[5:].replace("\n", "\n ")

    def __str__(self):
        return str(_plain(self))

    @property
    def T(self):
        return _matrix(_plain(self).T)

    @property
    def H(self):
        return _matrix(_plain(self).conj().T)

    @property
    def I(self):
        plain = _plain(self)
        square = plain.shape[0] == plain.shape[1]
        return _matrix(np.linalg.inv(plain) if square else np.linalg.pinv(plain))

    @property
    def A(self):
        return _plain(self)

    @property
    def A1(self):
        return _plain(self).ravel()

    getT, getH = (lambda self: self.T), (lambda self: self.H)
    getI, getA, getA1 = (lambda self: self.I), (lambda self: self.A), (lambda self: self.A1)

    def __mul__(self, other):
        if isinstance(other, (np.ndarray, list, tuple)):
            other = _plain(matrix(other) if isinstance(other, (list, tuple)) else other)
            return _matrix(np.dot(_plain(self), other))
        return _matrix(_plain(self) * other)

    def __rmul__(self, other):
        if isinstance(other, (np.ndarray, list, tuple)):
            return _matrix(np.dot(np.asarray(other), _plain(self)))
        return _matrix(other * _plain(self))

    def __matmul__(self, other):
        return _matrix(_plain(self) @ _plain(other))

    def __rmatmul__(self, other):
        return _matrix(_plain(other) @ _plain(self))

    def __pow__(self, other):
        return _matrix(np.linalg.matrix_power(_plain(self), other))

    def tolist(self):
        return _plain(self).tolist()

    def dot(self, other):
        return self * other

    def transpose(self, *axes):
        return _matrix(_plain(self).transpose(*axes))

    def reshape(self, *shape, order="C"):
        return _matrix(_plain(self).reshape(*shape))

    def flatten(self, order="C"):
        return _matrix(_plain(self).reshape(1, -1).copy())

    def ravel(self, order="C"):
        return _matrix(_plain(self).reshape(1, -1))


matrix.__module__ = "numpy"


def _plain(value):
    return value.view(np.ndarray) if isinstance(value, matrix) else value


def _matrix(value):
    return value.view(matrix) if isinstance(value, np.ndarray) and value.ndim == 2 else value


def _operator(function):
    def work(self, other):
        return _matrix(function(_plain(self), _plain(other)))
    return work


def _reduction(name):
    def work(self, axis=None, *args, **kwargs):
        found = getattr(_plain(self), name)(axis=axis, *args, **kwargs)
        if axis is None or not isinstance(found, np.ndarray):
            return found
        return _matrix(np.expand_dims(found, axis))
    return work


for _name in ("add", "sub", "truediv", "floordiv", "mod", "eq", "ne", "lt", "le", "gt", "ge"):
    setattr(matrix, "__%s__" % _name, _operator(getattr(operator, _name)))
for _name in ("add", "sub", "truediv"):
    setattr(matrix, "__r%s__" % _name,
            _operator(lambda a, b, _work=getattr(operator, _name): _work(b, a)))
for _name in ("sum", "mean", "max", "min", "std", "var", "prod", "argmax", "argmin", "any", "all"):
    setattr(matrix, _name, _reduction(_name))
matrix.__neg__ = lambda self: _matrix(-_plain(self))
matrix.__abs__ = lambda self: _matrix(abs(_plain(self)))


def asmatrix(data, dtype=None):
    return data if isinstance(data, matrix) and dtype is None else matrix(data, dtype)


mat = asmatrix
