"""What few notes need of NumPy."""
import operator

import numpy as np

infty = np.inf
little_endian = True
typecodes = {
    "Character": "c", "Integer": "bhilqp", "UnsignedInteger": "BHILQP", "Float": "efdg",
    "Complex": "FDG", "AllInteger": "bBhHiIlLqQpP", "AllFloat": "efdgFDG", "Datetime": "Mm",
    "All": "?bhilqpBHILQPefdgFDGSUVOMm",
}


def apply_over_axes(func, a, axes):
    a = np.asarray(a)
    for axis in np.ravel(axes).tolist():
        result = func(a, axis)
        a = result if result.ndim == a.ndim else np.expand_dims(result, axis)
    return a


def asarray_chkfinite(a, dtype=None, order=None):
    a = np.asarray(a, dtype=dtype)
    if not np.isfinite(a).all():
        raise ValueError("array must not contain infs or NaNs")
    return a


def asfortranarray(a, dtype=None, *, like=None):
    return np.asarray(np.asarray(a, dtype=dtype).T.copy()).T


def isfortran(a):
    return a.ndim > 1 and a.flags.f_contiguous and not a.flags.c_contiguous


def require(a, dtype=None, requirements=None, *, like=None):
    return np.ascontiguousarray(a, dtype=dtype)


def msort(a):
    return np.sort(a, axis=0)


def sort_complex(a):
    return np.sort(np.asarray(a).astype(complex))


def disp(mesg, device=None, linefeed=True):
    print(mesg, end="\n" if linefeed else "")


def typename(char):
    return {"?": "bool", "b": "signed char", "h": "short", "i": "integer", "l": "long integer",
            "f": "single precision", "d": "double precision", "S": "string"}[char]


def common_type(*arrays):
    kinds = [np.asarray(a).dtype for a in arrays]
    if any(kind.kind == "c" for kind in kinds):
        return np.complex128
    if all(kind == np.float32 for kind in kinds):
        return np.float32
    return np.float16 if all(kind == np.float16 for kind in kinds) else np.float64


def min_scalar_type(a):
    a = np.asarray(a)
    if a.ndim > 0 or a.dtype.kind not in "iuf":
        return a.dtype
    if a.dtype.kind == "f":
        for kind in (np.float16, np.float32):
            if abs(float(a)) < np.finfo(kind).max:
                return np.dtype(kind)
        return np.dtype(np.float64)
    value = int(a)
    family = ("uint8", "uint16", "uint32", "uint64") if value >= 0 else (
        "int8", "int16", "int32", "int64")
    for name in family:
        if np.iinfo(name).min <= value <= np.iinfo(name).max:
            return np.dtype(name)


def mask_indices(n, mask_func, k=0):
    return np.nonzero(mask_func(np.ones((n, n), int), k) != 0)


def unwrap(p, discont=None, axis=-1, *, period=6.283185307179586):
    p = np.moveaxis(np.asarray(p, dtype=float), axis, -1)
    steps = np.diff(p)
    half = period / 2
    if discont is None:
        discont = half
    wrapped = np.mod(steps + half, period) - half
    wrapped = np.where((wrapped == -half) & (steps > 0), half, wrapped)
    change = np.where(np.abs(steps) < discont, 0.0, wrapped - steps)
    up = p.copy()
    up[..., 1:] = p[..., 1:] + np.cumsum(change, axis=-1)
    return np.moveaxis(up, -1, axis)


def histogramdd(sample, bins=10, range=None, density=None, weights=None):
    sample = np.asarray(sample) if isinstance(sample, np.ndarray) else np.array(sample).T
    count, axes = sample.shape
    bins = [bins] * axes if np.ndim(bins) == 0 else list(bins)
    edges = []
    for axis, part in enumerate(bins):
        if np.ndim(part) == 0:
            low, high = (range[axis] if range is not None and range[axis] is not None
                         else (sample[:, axis].min(), sample[:, axis].max()))
            if low == high:
                low, high = low - 0.5, high + 0.5
            edges.append(np.linspace(low, high, part + 1))
        else:
            edges.append(np.asarray(part))
    result = np.zeros([len(edge) - 1 for edge in edges])
    shares = np.ones(count) if weights is None else np.asarray(weights)
    for row, share in zip(sample, shares):
        place = []
        for value, edge in zip(row, edges):
            at = int(np.searchsorted(edge, value, side="right")) - 1
            at = len(edge) - 2 if value == edge[-1] else at
            place.append(at if 0 <= at < len(edge) - 1 else None)
        if None not in place:
            result[tuple(place)] += share
    if density:
        result = result / result.sum()
        for axis, edge in enumerate(edges):
            shape = [1] * axes
            shape[axis] = -1
            result = result / np.diff(edge).reshape(shape)
    return result, edges


def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
    if np.ndim(bins) == 1 and len(bins) not in (1, 2):
        bins = [bins, bins]
    counts, edges = histogramdd(np.array([x, y]).T, bins, range, density, weights)
    return counts, edges[0], edges[1]


class nditer:
    """The elements of an array, or of several stretched to one another, one by one."""

    def __init__(self, op, flags=None, op_flags=None, op_dtypes=None, order="K", casting="safe",
                 op_axes=None, itershape=None, buffersize=0):
        self._several = isinstance(op, (list, tuple))
        self.operands = tuple(op) if self._several else (op,)
        given = self.operands
        shape = np.broadcast_shapes(*[np.shape(a) for a in given if a is not None])
        self.operands = tuple(
            np.empty(shape) if a is None else np.asarray(a) for a in given)
        self.shape, self._at = shape, 0
        self._places = list(np.ndindex(*shape))
        self.itersize = len(self._places)
        self._views = [np.broadcast_to(a, shape) if np.shape(a) != shape else a
                       for a in self.operands]

    def _value(self):
        place = self._places[self._at]
        parts = []
        for a in self._views:
            index = tuple(slice(i, i + 1) for i in place)
            parts.append(a[index].reshape(()) if place else a)
        return tuple(parts) if self._several else parts[0]

    @property
    def multi_index(self):
        return self._places[self._at]

    @property
    def iterindex(self):
        return self._at

    index = iterindex

    @property
    def finished(self):
        return self._at >= self.itersize

    @property
    def value(self):
        return self._value()

    def iternext(self):
        self._at += 1
        return not self.finished

    def __getitem__(self, operand):
        value = self._value()
        return value[operand] if self._several else value

    def __setitem__(self, operand, value):
        self.operands[operand][self._places[self._at]] = value

    def __iter__(self):
        while not self.finished:
            yield self._value()
            self._at += 1

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False

    def reset(self):
        self._at = 0


class broadcast:
    """What several arrays are together."""

    def __init__(self, *arrays):
        self._arrays = np.broadcast_arrays(*arrays)
        self.shape = self._arrays[0].shape
        self.nd = self.ndim = len(self.shape)
        self.size = int(np.prod(self.shape))
        self.numiter = len(arrays)
        self.iters = tuple(a.flat for a in self._arrays)

    def __iter__(self):
        return zip(*[a.ravel().tolist() for a in self._arrays])


def format_float_positional(x, precision=None, unique=True, fractional=True, trim="k", sign=False,
                            pad_left=None, pad_right=None, min_digits=None):
    x = float(x)
    if precision is None:
        text = "%r" % x if abs(x) < 1e16 else "%.0f." % x
        if "e" in text:
            text = ("%.340f" % x).rstrip("0")
    else:
        text = "%.*f" % (precision, x)
        if unique and len(text.split(".")[-1]) > len(repr(x).split(".")[-1]) and "e" not in repr(x):
            text = repr(x)
    if text.endswith(".0"):
        text = text[:-1]
    if trim == "0" and text.endswith("."):
        text += "0"
    if trim == "-":
        text = text.rstrip("0").rstrip(".") if "." in text else text
    return "+" + text if sign and x >= 0 else text


def format_float_scientific(x, precision=None, unique=True, trim="k", sign=False, pad_left=None,
                            exp_digits=None, min_digits=None):
    x = float(x)
    if precision is None:
        digits = len(repr(x).split("e")[0].replace(".", "").replace("-", "").strip("0")) or 1
        text = "%.*e" % (digits - 1, x)
    else:
        text = "%.*e" % (precision, x)
    head, tail = text.split("e")
    if precision is None or "." in head:
        head = head.rstrip("0") if "." in head else head + "."
    if trim == "-":
        head = head.rstrip(".")
    power = int(tail)
    width = max(2, exp_digits or 0)
    text = "%se%s%0*d" % (head, "-" if power < 0 else "+", width, abs(power))
    return "+" + text if sign and x >= 0 else text


def tensorsolve(a, b, axes=None):
    a, b = np.asarray(a), np.asarray(b)
    if axes is not None:
        order = [axis for axis in range(a.ndim) if axis not in axes] + list(axes)
        a = a.transpose(order)
    shape = a.shape[b.ndim - a.ndim:] if a.ndim > b.ndim else ()
    size = int(np.prod(shape))
    if a.size != size ** 2:
        raise np.linalg.LinAlgError("Input arrays must satisfy the requirement "
                                    "            prod(a.shape[b.ndim:]) == prod(a.shape[:b.ndim])")
    return np.linalg.solve(a.reshape(size, size), b.ravel()).reshape(shape)


def tensorinv(a, ind=2):
    a = np.asarray(a)
    if ind <= 0:
        raise ValueError("Invalid ind argument.")
    shape = a.shape[ind:] + a.shape[:ind]
    side = int(np.prod(a.shape[ind:]))
    return np.linalg.inv(a.reshape(side, -1)).reshape(shape)


class PCG64:
    """The bits behind a generator."""

    def __init__(self, seed=None):
        self._generator = np.random.default_rng(seed)


PCG64.__module__ = "numpy.random._pcg64"


def bits_of(generator):
    made = PCG64.__new__(PCG64)
    made._generator = generator
    return made


def char_split(a, sep=None, maxsplit=-1):
    return _lists(a, lambda text: text.split(sep, maxsplit))


def char_rsplit(a, sep=None, maxsplit=-1):
    return _lists(a, lambda text: text.rsplit(sep, maxsplit))


def char_splitlines(a, keepends=False):
    return _lists(a, lambda text: text.splitlines(bool(keepends)))


def char_partition(a, sep):
    return np.array([text.partition(sep) for text in np.ravel(a).tolist()]).reshape(
        np.shape(a) + (3,))


def char_rpartition(a, sep):
    return np.array([text.rpartition(sep) for text in np.ravel(a).tolist()]).reshape(
        np.shape(a) + (3,))


def _lists(a, function):
    found = np.empty(np.shape(a), dtype=object)
    for place in np.ndindex(*np.shape(a)):
        found[place] = function(str(np.asarray(a)[place]))
    return found


def char_join(sep, seq):
    parts = np.broadcast_arrays(np.asarray(sep), np.asarray(seq))
    found = [str(glue).join(str(text)) for glue, text in zip(*[np.ravel(part) for part in parts])]
    return np.array(found).reshape(parts[0].shape)


def char_mod(a, values):
    found = [str(text) % (value if isinstance(value, tuple) else (value,))
             for text, value in zip(*[np.ravel(part).tolist()
                                      for part in np.broadcast_arrays(a, values)])]
    return np.array(found).reshape(np.shape(a))


def char_rindex(a, sub, start=0, end=None):
    return np.array([text.rindex(sub, start, end) for text in np.ravel(a).tolist()]).reshape(
        np.shape(a))


def char_translate(a, table, deletechars=None):
    return np.array([text.translate(table) for text in np.ravel(a).tolist()]).reshape(np.shape(a))


def char_array(obj, itemsize=None, copy=True, unicode=None, order=None):
    return np.array(obj)


char_asarray = char_array


def _compared(name):
    def compare(x1, x2):
        parts = np.broadcast_arrays(np.asarray(x1), np.asarray(x2))
        pairs = zip(*[np.char.rstrip(part).ravel().tolist() for part in parts])
        function = getattr(operator, name)
        return np.array([function(a, b) for a, b in pairs], dtype=bool).reshape(parts[0].shape)
    return compare


char_equal, char_not_equal = _compared("eq"), _compared("ne")
char_less, char_less_equal = _compared("lt"), _compared("le")
char_greater, char_greater_equal = _compared("gt"), _compared("ge")
