"""Arrays of Python objects."""
import operator

import numpy as np


class _ObjectType:
    """The type of the elements."""

    name, kind, char, str, byteorder = "object", "O", "O", "|O", "|"
    itemsize, alignment, num, names, shape, hasobject = 8, 8, 17, None, (), True

    @property
    def type(self):
        return object_

    def __repr__(self):
        return "dtype('O')"

    def __str__(self):
        return "object"

    def __eq__(self, other):
        return other is object or isinstance(other, _ObjectType) or (
            type(other).__name__ == "str" and other in ("O", "object", "|O", "object_"))

    def __hash__(self):
        return hash("object")


_ObjectType.__name__ = _ObjectType.__qualname__ = "dtype[object_]"
_ObjectType.__module__ = "numpy"


class object_:
    """The class of the elements."""


object_.__module__ = "numpy"
dtype = _ObjectType()


class ndarray(np.ndarray):
    """Places in a list of objects; views share the list."""

    __hash__ = None
    dtype = dtype
    itemsize = 8

    @property
    def shape(self):
        return self._at.shape

    @shape.setter
    def shape(self, shape):
        self._at = self._at.reshape(shape)

    @property
    def size(self):
        return self._at.size

    @property
    def ndim(self):
        return self._at.ndim

    @property
    def nbytes(self):
        return 8 * self._at.size

    @property
    def strides(self):
        return self._at.strides

    @property
    def flags(self):
        return self._at.flags

    @property
    def base(self):
        return self._base

    @property
    def T(self):
        return self._view(self._at.T)

    @property
    def flat(self):
        return iter(self._items())

    def _items(self):
        return [self._cells[place] for place in self._at.ravel().tolist()]

    def _view(self, places):
        made = _over(self._cells, places)
        made._base = self if self._base is None else self._base
        return made

    def _chosen(self, places):
        if np.shares_memory(places, self._at) and places.size > 0:
            return self._view(places)
        return _new([self._cells[place] for place in places.ravel().tolist()], places.shape)

    def _mapped(self, function):
        return _new([function(item) for item in self._items()], self.shape)

    def __getitem__(self, key):
        places = self._at[key]
        return self._chosen(places) if isinstance(places, np.ndarray) else self._cells[int(places)]

    def __setitem__(self, key, value):
        places = self._at[key]
        if not isinstance(places, np.ndarray):
            self._cells[int(places)] = value
        elif isinstance(value, (list, tuple, np.ndarray)):
            other = array(value)
            sources = np.broadcast_to(other._at, places.shape)
            new = [other._cells[place] for place in sources.ravel().tolist()]
            for place, item in zip(places.ravel().tolist(), new):
                self._cells[place] = item
        else:
            for place in places.ravel().tolist():
                self._cells[place] = value

    def __len__(self):
        return len(self._at)

    def __iter__(self):
        if self.ndim == 0:
            raise TypeError("iteration over a 0-d array")
        return iter([self[place] for place in range(len(self._at))])

    def __contains__(self, item):
        return any(bool(other == item) for other in self._items())

    def __bool__(self):
        if self.size > 1:
            raise ValueError("The truth value of an array with more than one element is ambiguous. "
                             "Use a.any() or a.all()")
        return self.size == 1 and bool(self._items()[0])

    def __array__(self, dtype=None):
        items = self.tolist()
        made = np.array(items) if dtype is None else np.array(items, dtype=dtype)
        if isinstance(made, ndarray):
            raise TypeError("can't convert an array of objects to an array of numbers")
        return made

    def __copy__(self):
        return self.copy()

    def __repr__(self):
        if self.ndim == 0:
            return "array(%s, dtype=object)" % _written(self._items()[0])
        if self.size == 0:
            body = "[]" if self.shape == (0,) else "[], shape=%s" % (self.shape,)
            return "array(%s, dtype=object)" % body
        text = "array(" + self._text(", ", "array(", ",") + ","
        width = np.get_printoptions()["linewidth"]
        last = len(text) - (text.rfind("\n") + 1)
        gap = "\n" + " " * 6 if last + len("dtype=object)") + 1 > width else " "
        return text + gap + "dtype=object)"

    def __str__(self):
        if self.ndim == 0:
            return str(self._items()[0])
        return self._text(" ", "", "") if self.size else "[]"

    def _text(self, separator, prefix, suffix):
        items = self._items()
        order = np.arange(self.size).reshape(self.shape)
        return np.array2string(order, separator=separator, prefix=prefix, suffix=suffix,
                               formatter={"int": lambda place: _written(items[int(place)])})

    def item(self, *places):
        if not places:
            if self.size != 1:
                raise ValueError("can only convert an array of size 1 to a Python scalar")
            return self._items()[0]
        return self._items()[places[0]] if len(places) == 1 else self[tuple(places)]

    def tolist(self):
        if self.ndim == 0:
            return self._items()[0]
        return [part.tolist() if self.ndim > 1 else part for part in self]

    def copy(self, order="C"):
        return _new(self._items(), self.shape)

    def astype(self, dtype, order="K", casting="unsafe", subok=True, copy=True):
        if dtype == object or isinstance(dtype, _ObjectType) or dtype == "O":
            return self.copy()
        if dtype is str or dtype == "str" or dtype == "U":
            return np.array([str(item) for item in self._items()]).reshape(self.shape)
        if dtype is bool or dtype == "bool":
            return np.array([bool(item) for item in self._items()], dtype=bool).reshape(self.shape)
        kind = np.dtype(dtype).kind
        convert = {"f": float, "i": int, "u": int, "c": complex}.get(kind)
        items = self._items()
        if convert is not None:
            for item in items:
                if isinstance(item, (list, tuple, np.ndarray)):
                    raise ValueError("setting an array element with a sequence.")
            items = [convert(item) for item in items]
        return np.array(items, dtype=dtype).reshape(self.shape)

    def fill(self, value):
        self[...] = value

    def reshape(self, *shape, order="C"):
        return self._view(self._at.reshape(*shape))

    def ravel(self, order="C"):
        return self._view(self._at.ravel())

    def flatten(self, order="C"):
        return _new(self._items(), (self.size,))

    def transpose(self, *axes):
        return self._view(self._at.transpose(*axes))

    def swapaxes(self, axis1, axis2):
        return self._view(self._at.swapaxes(axis1, axis2))

    def squeeze(self, axis=None):
        return self._view(np.squeeze(self._at, axis))

    def repeat(self, repeats, axis=None):
        return self._chosen(np.repeat(self._at, repeats, axis))

    def take(self, indices, axis=None, out=None, mode="raise"):
        places = np.take(self._at, indices, axis, mode=mode)
        return self._chosen(places) if isinstance(places, np.ndarray) else self._cells[int(places)]

    def nonzero(self):
        return self.astype(bool).nonzero()

    def argsort(self, axis=-1, kind=None, order=None):
        return self._lines(axis, lambda items: sorted(range(len(items)), key=items.__getitem__))

    def sort(self, axis=-1, kind=None, order=None):
        self[...] = np.take_along_axis(self, self.argsort(axis), axis)

    def _lines(self, axis, function):
        turned = np.moveaxis(self._at, axis, -1)
        flat = turned.reshape(-1, turned.shape[-1]).tolist()
        found = [function([self._cells[place] for place in line]) for line in flat]
        return np.moveaxis(np.array(found, dtype=int).reshape(turned.shape), -1, axis)

    def _reduced(self, axis, keepdims, function):
        if axis is None:
            result = function(self._items())
            return _new([result], (1,) * self.ndim) if keepdims else result
        turned = np.moveaxis(self._at, axis, -1)
        flat = turned.reshape(-1, turned.shape[-1]).tolist()
        found = [function([self._cells[place] for place in line]) for line in flat]
        shape = turned.shape[:-1]
        if not shape:
            return _new(found, (1,)) if keepdims else found[0]
        made = _new(found, shape)
        return np.expand_dims(made, axis) if keepdims else made

    def sum(self, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=None):
        return self._reduced(axis, keepdims, lambda items: _folded(operator.add, items, 0))

    def prod(self, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=None):
        return self._reduced(axis, keepdims, lambda items: _folded(operator.mul, items, 1))

    def mean(self, axis=None, dtype=None, out=None, keepdims=False, where=None):
        return self._reduced(axis, keepdims,
                             lambda items: _folded(operator.add, items, 0) / len(items))

    def max(self, axis=None, out=None, keepdims=False, initial=None, where=None):
        return self._reduced(axis, keepdims, max)

    def min(self, axis=None, out=None, keepdims=False, initial=None, where=None):
        return self._reduced(axis, keepdims, min)

    def any(self, axis=None, out=None, keepdims=False, where=None):
        return self._reduced(axis, keepdims, lambda items: _folded(_or, items, False))

    def all(self, axis=None, out=None, keepdims=False, where=None):
        return self._reduced(axis, keepdims, lambda items: _folded(_and, items, True))

    def argmax(self, axis=None, out=None, keepdims=False):
        return np.int64(max(range(self.size), key=self._items().__getitem__))

    def argmin(self, axis=None, out=None, keepdims=False):
        return np.int64(min(range(self.size), key=self._items().__getitem__))

    def cumsum(self, axis=None, dtype=None, out=None):
        items, total = [], None
        for item in self._items():
            total = item if total is None else total + item
            items.append(total)
        return _new(items, (self.size,))

    def dot(self, other):
        other = array(other, copy=False)
        if self.ndim == 1 and other.ndim == 1:
            if self.shape != other.shape:
                raise ValueError("shapes %s and %s not aligned: %d (dim 0) != %d (dim 0)" % (
                    self.shape, other.shape, self.size, other.size))
            return (self * other).sum()
        rows = self.reshape(1, -1) if self.ndim == 1 else self
        columns = other.reshape(-1, 1) if other.ndim == 1 else other
        found = _new([(row * column).sum() for row in rows for column in columns.T],
                     (rows.shape[0], columns.shape[1]))
        if self.ndim == 1:
            return found[0]
        return found[:, 0] if other.ndim == 1 else found

    def __matmul__(self, other):
        return self.dot(other)

    def __rmatmul__(self, other):
        return array(other, copy=False).dot(self)

    def __neg__(self):
        return self._mapped(operator.neg)

    def __pos__(self):
        return self._mapped(operator.pos)

    def __abs__(self):
        return self._mapped(abs)

    def __invert__(self):
        return self._mapped(operator.invert)


def _or(a, b):
    return a or b


def _and(a, b):
    return a and b


def _folded(function, items, start):
    if not items:
        return start
    total = items[0]
    for item in items[1:]:
        total = function(total, item)
    return total


def _written(item):
    return "list(%r)" % (item,) if type(item) is list else repr(item)


def _over(cells, places):
    made = object.__new__(ndarray)
    made._cells, made._at, made._base = cells, places, None
    return made


def _new(items, shape):
    items = list(items)
    return _over(items, np.arange(len(items)).reshape(shape))


def _paired(a, b, function):
    a, b = array(a, copy=False), array(b, copy=False)
    shape = np.broadcast_shapes(a.shape, b.shape)
    left, right = (np.broadcast_to(x._at, shape).ravel().tolist() for x in (a, b))
    return shape, [function(a._cells[p], b._cells[q]) for p, q in zip(left, right)]


def _operators():
    def arithmetic(function):
        def forward(self, other):
            if type(other).__name__ in ("EagerTensor", "ResourceVariable"):
                return NotImplemented
            shape, items = _paired(self, other, function)
            return _new(items, shape) if shape else items[0]

        def backward(self, other):
            shape, items = _paired(other, self, function)
            return _new(items, shape) if shape else items[0]
        return forward, backward

    def comparison(function):
        def compare(self, other):
            shape, items = _paired(self, other, function)
            return np.array([bool(item) for item in items], dtype=bool).reshape(shape)
        return compare

    for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "and", "or", "xor",
                 "lshift", "rshift"):
        word = name + "_" if name in ("and", "or") else name
        forward, backward = arithmetic(getattr(operator, word))
        setattr(ndarray, "__%s__" % name, forward)
        setattr(ndarray, "__r%s__" % name, backward)
    for name in ("eq", "ne", "lt", "le", "gt", "ge"):
        setattr(ndarray, "__%s__" % name, comparison(getattr(operator, name)))


_operators()
ndarray.__module__ = "numpy"
