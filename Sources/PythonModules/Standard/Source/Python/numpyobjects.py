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


def _shape(value):
    if isinstance(value, np.ndarray):
        return value.shape
    if not isinstance(value, (list, tuple)):
        return ()
    shapes = [_shape(item) for item in value]
    common = shapes[0] if shapes else ()
    for shape in shapes[1:]:
        length = 0
        while length < min(len(common), len(shape)) and common[length] == shape[length]:
            length += 1
        common = common[:length]
    return (len(value),) + common


def _flat(value, depth):
    if depth == 0:
        return [value.item() if isinstance(value, np.generic) else value]
    if isinstance(value, np.ndarray):
        value = value.tolist()
    return [leaf for item in value for leaf in _flat(item, depth - 1)]


def array(object, dtype=None, copy=True, order="K", subok=False, ndmin=0, like=None):
    if isinstance(object, ndarray):
        made = object.copy() if copy else object
    else:
        shape = _shape(object)
        made = _new(_flat(object, len(shape)), shape)
    missing = ndmin - made.ndim
    return made.reshape((1,) * missing + made.shape) if missing > 0 else made


def asarray(a, dtype=None, order=None, like=None):
    if isinstance(a, ndarray) and dtype is not None and dtype != object and dtype != "O":
        return a.astype(dtype)
    return array(a, copy=False)


def full(shape, fill_value, dtype=None, order="C", like=None):
    shape = (shape,) if isinstance(shape, int) else tuple(shape)
    made = _new([None] * int(np.prod(shape)), shape)
    made[...] = fill_value
    return made


def zeros(shape, dtype=None, order="C", like=None):
    return full(shape, 0)


def ones(shape, dtype=None, order="C", like=None):
    return full(shape, 1)


def empty(shape, dtype=None, order="C", like=None):
    return full(shape, None)


def _joined(arrays, join, axis):
    arrays = [array(a, copy=False) for a in arrays]
    cells, places = [], []
    for a in arrays:
        places.append(np.arange(a.size).reshape(a.shape) + len(cells))
        cells.extend(a._items())
    return _over(cells, join(places) if axis is None else join(places, axis=axis))


def concatenate(arrays, axis=0, out=None, dtype=None, casting="same_kind"):
    return _joined(arrays, np.concatenate, axis)


def stack(arrays, axis=0, out=None, dtype=None, casting="same_kind"):
    return _joined(arrays, np.stack, axis)


def vstack(tup, dtype=None, casting="same_kind"):
    return _joined(tup, np.vstack, None)


def hstack(tup, dtype=None, casting="same_kind"):
    return _joined(tup, np.hstack, None)


def append(arr, values, axis=None):
    if axis is None:
        return concatenate([array(arr).ravel(), array(values).ravel()])
    return concatenate([arr, values], axis)


def sort(a, axis=-1, kind=None, order=None):
    made = array(a)
    made.sort(axis)
    return made


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None,
           equal_nan=True):
    items = array(ar)._items()
    order = sorted(range(len(items)), key=items.__getitem__)
    firsts, inverse, counts = [], [0] * len(items), []
    for place in order:
        if not firsts or items[firsts[-1]] != items[place]:
            firsts.append(place)
            counts.append(0)
        counts[-1] += 1
        inverse[place] = len(firsts) - 1
    results = [_new([items[place] for place in firsts], (len(firsts),))]
    results += [np.array(part) for part, wanted in ((firsts, return_index),
                (inverse, return_inverse), (counts, return_counts)) if wanted]
    return results[0] if len(results) == 1 else tuple(results)


def where(condition, x=None, y=None):
    if x is None:
        return array(condition).nonzero()
    condition = np.asarray(condition)
    x, y = array(x, copy=False), array(y, copy=False)
    shape = np.broadcast_shapes(condition.shape, x.shape, y.shape)
    parts = [np.broadcast_to(part, shape).ravel().tolist() for part in (condition, x._at, y._at)]
    return _new([x._cells[p] if c else y._cells[q] for c, p, q in zip(*parts)], shape)


def take_along_axis(arr, indices, axis):
    return arr._chosen(np.take_along_axis(arr._at, indices, axis))


def expand_dims(a, axis):
    return a._view(np.expand_dims(a._at, axis))


def moveaxis(a, source, destination):
    return a._view(np.moveaxis(a._at, source, destination))


def broadcast_to(array, shape, subok=False):
    return array._view(np.broadcast_to(array._at, shape))


def array_equal(a1, a2, equal_nan=False):
    a1, a2 = array(a1, copy=False), array(a2, copy=False)
    return a1.shape == a2.shape and bool((a1 == a2).all())


def isin(element, test_elements, assume_unique=False, invert=False, kind=None):
    wanted = array(test_elements)._items()
    element = array(element, copy=False)
    found = [(item in wanted) != invert for item in element._items()]
    return np.array(found, dtype=bool).reshape(element.shape)


def array_split(ary, indices_or_sections, axis=0):
    return [ary._view(part) for part in np.array_split(ary._at, indices_or_sections, axis)]


def split(ary, indices_or_sections, axis=0):
    return [ary._view(part) for part in np.split(ary._at, indices_or_sections, axis)]


def flip(m, axis=None):
    return m._view(np.flip(m._at, axis))


def roll(a, shift, axis=None):
    return a._chosen(np.roll(a._at, shift, axis))


def tile(A, reps):
    return A._chosen(np.tile(A._at, reps))


def delete(arr, obj, axis=None):
    return arr._chosen(np.delete(arr._at, obj, axis))


def _method(name):
    def call(a, *args, **kwargs):
        return getattr(array(a, copy=False), name)(*args, **kwargs)
    return call


def shape(a):
    return a.shape


def ndim(a):
    return a.ndim


def size(a, axis=None):
    return a.size if axis is None else a.shape[axis]


def permutation(self, x, axis=0):
    return x[self.permutation(len(x))]


def shuffle(self, x, axis=0):
    x[...] = x[self.permutation(len(x))]


def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
    return a[self.choice(len(a), size, replace, p)]


# What NumPy's functions do with arrays of objects, by their names.
functions = {
    function.__name__: function for function in (
        array, asarray, full, zeros, ones, empty, concatenate, stack, vstack, hstack, append, sort,
        unique, where, take_along_axis, expand_dims, moveaxis, broadcast_to, array_equal, isin,
        array_split, split, flip, roll, tile, delete, shape, ndim, size, permutation, shuffle,
        choice)
}
functions.update(asanyarray=asarray, ascontiguousarray=asarray)
for _name in ("sum", "prod", "mean", "max", "min", "any", "all", "argmax", "argmin", "argsort",
              "cumsum", "reshape", "ravel", "transpose", "swapaxes", "squeeze", "repeat", "take",
              "nonzero", "copy", "astype", "tolist"):
    functions[_name] = _method(_name)
functions.update(amax=functions["max"], amin=functions["min"])
for _name, _work in (("add", operator.add), ("subtract", operator.sub),
                     ("multiply", operator.mul), ("divide", operator.truediv),
                     ("equal", operator.eq), ("not_equal", operator.ne)):
    functions[_name] = _work


def rows(parts):
    """A vector of these very objects."""
    return _new(parts, (len(parts),))


class frompyfunc:
    """A function of objects that runs over arrays of them."""

    def __init__(self, func, nin, nout):
        self._func, self.nin, self.nout = func, nin, nout
        self.nargs = nin + nout

    def __repr__(self):
        return "<ufunc '%s (vectorized)'>" % getattr(self._func, "__name__", "?")

    def __call__(self, *args):
        if len(args) != self.nin:
            raise TypeError("%s() takes from %d to %d positional arguments but %d were given" % (
                getattr(self._func, "__name__", "?"), self.nin, self.nargs, len(args)))
        parts = [array(arg, copy=False) for arg in args]
        shape = np.broadcast_shapes(*[part.shape for part in parts])
        columns = [[part._cells[place]
                    for place in np.broadcast_to(part._at, shape).ravel().tolist()]
                   for part in parts]
        found = [self._func(*items) for items in zip(*columns)]
        if self.nout != 1:
            found = list(zip(*found))
            return tuple(_new(part, shape) if shape else part[0] for part in found)
        return _new(found, shape) if shape else found[0]


frompyfunc.__name__ = frompyfunc.__qualname__ = "ufunc"
frompyfunc.__module__ = "numpy"
