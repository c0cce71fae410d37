# What makes arrays of objects, and what NumPy's functions do with them.

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


def _special(spec):
    """The module of arrays of records, dates or spans, if a type is one of theirs."""
    if isinstance(spec, (list, dict)) or isinstance(spec, str) and "," in spec:
        import numpy._records as home
        return home
    if isinstance(spec, str) and spec.lstrip("<=").startswith(
            ("M8", "m8", "datetime64", "timedelta64")):
        import numpy._dates as home
        return home
    table = getattr(spec, "_functions", None)
    return None if table is None else _Home(table, spec)


class _Home:
    """A module by its functions."""

    def __init__(self, functions, spec):
        self.functions, self._spec = functions, spec

    def dtype(self, spec):
        if isinstance(spec, type):
            import numpy._dates as home
            return home.dtype(spec)
        return spec


def dtype_of(spec):
    home = _special(spec)
    return dtype if home is None else home.dtype(spec)


def _first(value):
    while isinstance(value, (list, tuple)) and value:
        value = value[0]
    return value


def _handing_on(name, function):
    def call(*args, **kwargs):
        homes = [_special(kwargs["dtype"])] if "dtype" in kwargs else []
        if name in ("array", "asarray", "zeros", "ones", "empty", "full", "arange"):
            homes += [_special(arg) for arg in args[3:4] if name == "arange"]
            homes += [_special(arg) for arg in args[1:3] if name != "arange" and (
                isinstance(arg, (str, list, type)) or hasattr(arg, "_functions"))]
        homes += [_special(leaf) for leaf in map(_first, args) if hasattr(leaf, "_functions")]
        for home in homes:
            if home is not None and name in home.functions:
                return home.functions[name](*args, **kwargs)
        return function(*args, **kwargs)
    return call


def arange(start, stop=None, step=None, dtype=None, like=None):
    return array(list(range(0 if stop is None else start, start if stop is None else stop,
                            step or 1)))


def diff(a, n=1, axis=-1, prepend=None, append=None):
    return a[1:] - a[:-1]


def searchsorted(a, v, side="left", sorter=None):
    return np.searchsorted(np.array(a.tolist()), v, side)


def zeros_like(a, dtype=None, order="K", subok=True, shape=None):
    return zeros(a.shape if shape is None else shape)


functions.update(arange=arange, diff=diff, searchsorted=searchsorted, zeros_like=zeros_like,
                 empty_like=zeros_like)
functions = {name: _handing_on(name, function) for name, function in functions.items()}
