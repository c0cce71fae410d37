"""Arrays with masks: elements that are hidden stay out of sums and show as --."""
import numpy as np


class _Masked:
    def __repr__(self):
        return 'masked'

    def __str__(self):
        return '--'

    def __float__(self):
        return float('nan')

    def __bool__(self):
        return False


masked = _Masked()
nomask = np.bool_(False)


class MaskedArray:
    __array_priority__ = 15

    def __init__(self, data, mask=nomask, dtype=None, copy=False, fill_value=None, keep_mask=True,
                 **options):
        before = nomask
        if isinstance(data, MaskedArray):
            before = data._mask
            fill_value = data._fill_value if fill_value is None else fill_value
            data = data.data
        self.data = np.array(data, dtype=dtype)
        if mask is not nomask:
            mask = np.broadcast_to(np.asarray(mask, dtype=bool), self.data.shape).copy()
            if before is not nomask and keep_mask:
                mask = mask | before
        else:
            mask = before
        self._mask = mask
        self._fill_value = fill_value

    @property
    def mask(self):
        return self._mask

    @mask.setter
    def mask(self, value):
        self._mask = np.broadcast_to(np.asarray(value, dtype=bool), self.data.shape).copy()

    @property
    def fill_value(self):
        if self._fill_value is not None:
            return self.data.dtype.type(self._fill_value)
        kind = self.data.dtype.kind
        return {'f': np.float64(1e20), 'i': np.int64(999999), 'u': np.int64(999999),
                'b': True, 'c': 1e20 + 0j}.get(kind, 'N/A')

    @fill_value.setter
    def fill_value(self, value):
        self._fill_value = value

    shape = property(lambda self: self.data.shape)
    ndim = property(lambda self: self.data.ndim)
    size = property(lambda self: self.data.size)
    dtype = property(lambda self: self.data.dtype)
    T = property(lambda self: MaskedArray(
        self.data.T, self._mask if self._mask is nomask else self._mask.T))

    def _full_mask(self):
        return np.zeros(self.data.shape, dtype=bool) if self._mask is nomask else self._mask

    def filled(self, fill_value=None):
        result = self.data.copy()
        if self._mask is not nomask:
            result[self._mask] = self.fill_value if fill_value is None else fill_value
        return result

    def compressed(self):
        return self.data.ravel()[~self._full_mask().ravel()]

    def count(self, axis=None, keepdims=False):
        return np.sum(~self._full_mask(), axis=axis, keepdims=keepdims)

    def __array__(self, dtype=None):
        return self.data if dtype is None else self.data.astype(dtype)

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return (self[place] for place in range(len(self)))

    def __getitem__(self, key):
        data = self.data[key]
        if self._mask is nomask:
            return MaskedArray(data) if np.ndim(data) else data
        mask = self._mask[key]
        if np.ndim(data) == 0:
            return masked if mask else data
        return MaskedArray(data, mask, fill_value=self._fill_value)

    def __setitem__(self, key, value):
        if value is masked:
            mask = self._full_mask().copy()
            mask[key] = True
            self._mask = mask
            return
        self.data[key] = value.data if isinstance(value, MaskedArray) else value
        if self._mask is not nomask:
            self._mask[key] = value._full_mask() if isinstance(value, MaskedArray) else False

    def _text(self, separator, indent):
        if self.ndim == 0:
            return '--' if self._full_mask() else str(self.data)

        def row(data, mask, depth):
            if data.ndim == 1:
                words = ['--' if hidden else repr(value) for value, hidden in
                         zip(data.tolist(), mask.tolist())]
                return '[' + separator.join(words) + ']'
            parts = [row(data[i], mask[i], depth + 1) for i in range(len(data))]
            return '[' + (separator.rstrip() + '\n' + ' ' * (indent + depth)).join(parts) + ']'

        return row(self.data, self._full_mask(), 1)

    def __str__(self):
        return self._text(' ', 0)

    def __repr__(self):
        mask = repr(self._mask)
        mask = mask[6:-1] if mask.startswith('array(') else mask
        if self.ndim > 1:
            data = '\n' + ' ' * 4 + self._text(', ', 4)
            mask = '\n' + ' ' * 4 + mask.replace('\n      ', '\n    ')
            return (f'masked_array(\n  data={data[5:]},\n  mask={mask[5:]},\n'
                    f'  fill_value={self.fill_value!r})')
        pad = ' ' * len('masked_array(')
        return (f"masked_array(data={self._text(', ', 18)},\n{pad}mask={mask},\n"
                f'{pad[:-7]} fill_value={self.fill_value!r})')

    def _with(self, other, function):
        mask, values = self._mask, other
        if isinstance(other, MaskedArray):
            values = other.data
            if other._mask is not nomask:
                mask = other._mask if mask is nomask else mask | other._mask
        return MaskedArray(function(self.data, values), mask)

    def _reduced(self, function, axis, keepdims, neutral):
        if self._mask is nomask:
            return function(self.data, axis=axis, keepdims=keepdims)
        hidden = np.all(self._mask, axis=axis, keepdims=keepdims)
        result = function(np.where(self._mask, neutral, self.data), axis=axis, keepdims=keepdims)
        if np.ndim(result) == 0:
            return masked if hidden else result
        return MaskedArray(result, hidden)

    def sum(self, axis=None, dtype=None, out=None, keepdims=False):
        return self._reduced(np.sum, axis, keepdims, 0)

    def prod(self, axis=None, dtype=None, out=None, keepdims=False):
        return self._reduced(np.prod, axis, keepdims, 1)

    def max(self, axis=None, out=None, fill_value=None, keepdims=False):
        return self._reduced(np.max, axis, keepdims, np.min(self.data))

    def min(self, axis=None, out=None, fill_value=None, keepdims=False):
        return self._reduced(np.min, axis, keepdims, np.max(self.data))

    def mean(self, axis=None, dtype=None, out=None, keepdims=False):
        count = self.count(axis, keepdims)
        if np.ndim(count) == 0:
            return masked if count == 0 else np.sum(self.compressed()) / count
        total = self.sum(axis, keepdims=keepdims)
        return MaskedArray(np.asarray(total) / np.maximum(count, 1), count == 0)

    def var(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
        difference = self - self.mean(axis, keepdims=True if axis is not None else False)
        squares = MaskedArray(difference.data ** 2, self._mask)
        total, count = squares.sum(axis, keepdims=keepdims), self.count(axis, keepdims) - ddof
        return total / count

    def std(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
        return np.sqrt(np.asarray(self.var(axis, ddof=ddof, keepdims=keepdims)))[()]

    def argmax(self, axis=None, **options):
        return np.argmax(np.where(self._full_mask(), np.min(self.data), self.data), axis=axis)

    def argmin(self, axis=None, **options):
        return np.argmin(np.where(self._full_mask(), np.max(self.data), self.data), axis=axis)

    def any(self, axis=None):
        return np.any(self.filled(False), axis=axis)

    def all(self, axis=None):
        return np.all(self.filled(True), axis=axis)

    def tolist(self):
        def listed(data, mask):
            if np.ndim(data) == 0:
                return None if mask else data.item()
            return [listed(part, hidden) for part, hidden in zip(data, mask)]
        return listed(self.data, self._full_mask())

    def copy(self):
        return MaskedArray(self.data.copy(), self._mask)

    def _each(self, function):
        mask = self._mask
        return MaskedArray(function(self.data), mask if mask is nomask else function(mask))

    def reshape(self, *shape):
        return self._each(lambda x: x.reshape(*shape))

    def ravel(self):
        return self._each(lambda x: x.ravel())

    def astype(self, dtype):
        return MaskedArray(self.data.astype(dtype), self._mask)

    def __neg__(self):
        return MaskedArray(-self.data, self._mask)

    def __abs__(self):
        return MaskedArray(np.abs(self.data), self._mask)


def _operators():
    import operator
    for name in ('add', 'sub', 'mul', 'pow', 'mod', 'eq', 'ne', 'lt', 'le', 'gt', 'ge', 'and',
                 'or', 'floordiv'):
        function = getattr(operator, name + '_' if name in ('and', 'or') else name)

        def method(self, other, function=function):
            return self._with(other, function)

        def reflected(self, other, function=function):
            return self._with(other, lambda mine, theirs: function(theirs, mine))
        setattr(MaskedArray, f'__{name}__', method)
        if name not in ('eq', 'ne', 'lt', 'le', 'gt', 'ge'):
            setattr(MaskedArray, f'__r{name}__', reflected)


_operators()


def _divided(top, bottom):
    values = bottom.data if isinstance(bottom, MaskedArray) else np.asarray(bottom)
    zero = values == 0
    result = top._with(bottom, lambda a, b: a / np.where(np.asarray(b) == 0, 1, b))
    if np.any(zero):
        mask = np.broadcast_to(zero, result.shape) | result._full_mask()
        result = MaskedArray(np.where(mask, top.data, result.data), mask)
    return result


MaskedArray.__truediv__ = _divided
MaskedArray.__rtruediv__ = lambda self, other: _divided(
    MaskedArray(np.broadcast_to(other, self.shape)), self)


def array(data, dtype=None, copy=False, order=None, mask=nomask, fill_value=None, keep_mask=True,
          hard_mask=False, shrink=True, subok=True, ndmin=0):
    return MaskedArray(data, mask, dtype, fill_value=fill_value, keep_mask=keep_mask)


masked_array = array


def masked_where(condition, a, copy=True):
    condition = np.asarray(condition, dtype=bool)
    if condition.shape and condition.shape != np.shape(a):
        raise IndexError('Inconsistent shape between the condition and the input (got '
                         f'{condition.shape} and {np.shape(a)})')
    return MaskedArray(a, condition)


def masked_equal(x, value, copy=True):
    return MaskedArray(x, np.asarray(x) == value, fill_value=value)


def masked_not_equal(x, value, copy=True):
    return masked_where(np.asarray(x) != value, x)


def masked_greater(x, value, copy=True):
    return masked_where(np.asarray(x) > value, x)


def masked_greater_equal(x, value, copy=True):
    return masked_where(np.asarray(x) >= value, x)


def masked_less(x, value, copy=True):
    return masked_where(np.asarray(x) < value, x)


def masked_less_equal(x, value, copy=True):
    return masked_where(np.asarray(x) <= value, x)


def masked_inside(x, v1, v2, copy=True):
    x = np.asarray(x)
    return masked_where((x >= min(v1, v2)) & (x <= max(v1, v2)), x)


def masked_outside(x, v1, v2, copy=True):
    x = np.asarray(x)
    return masked_where((x < min(v1, v2)) | (x > max(v1, v2)), x)


def masked_invalid(a, copy=True):
    return MaskedArray(a, ~np.isfinite(np.asarray(a)))


def filled(a, fill_value=None):
    return a.filled(fill_value) if isinstance(a, MaskedArray) else np.asarray(a)


def getmask(a):
    return a.mask if isinstance(a, MaskedArray) else nomask


def getmaskarray(a):
    return a._full_mask() if isinstance(a, MaskedArray) else np.zeros(np.shape(a), dtype=bool)


def getdata(a):
    return a.data if isinstance(a, MaskedArray) else np.asarray(a)


def is_masked(x):
    return bool(np.any(getmask(x)))


def isMaskedArray(x):
    return isinstance(x, MaskedArray)


isMA = isarray = isMaskedArray


def _method(name):
    def function(a, *args, **kwargs):
        return getattr(a if isinstance(a, MaskedArray) else MaskedArray(a), name)(*args, **kwargs)
    function.__name__ = name
    return function


for _name in ('sum', 'mean', 'std', 'var', 'min', 'max', 'prod', 'count', 'compressed', 'argmax',
              'argmin', 'any', 'all', 'ravel', 'reshape'):
    globals()[_name] = _method(_name)


def _elementwise(name):
    def function(a):
        if not isinstance(a, MaskedArray):
            a = MaskedArray(a)
        with np.errstate(all='ignore'):
            values = getattr(np, name)(a.data)
        bad = ~np.isfinite(np.asarray(values, dtype=float)) | a._full_mask()
        return MaskedArray(np.where(bad, a.data, values), bad)
    function.__name__ = name
    return function


for _name in ('log', 'log2', 'log10', 'sqrt', 'exp', 'sin', 'cos', 'tanh', 'abs'):
    globals()[_name] = _elementwise(_name)


def where(condition, x=None, y=None):
    data = np.where(getdata(condition), getdata(x), getdata(y))
    mask = np.where(getdata(condition), getmaskarray(x), getmaskarray(y))
    return MaskedArray(data, mask)


def zeros(shape, dtype=float):
    return MaskedArray(np.zeros(shape, dtype=dtype))


def ones(shape, dtype=float):
    return MaskedArray(np.ones(shape, dtype=dtype))


def concatenate(arrays, axis=0):
    return MaskedArray(np.concatenate([getdata(a) for a in arrays], axis),
                       np.concatenate([getmaskarray(a) for a in arrays], axis))


def average(a, axis=None, weights=None):
    a = a if isinstance(a, MaskedArray) else MaskedArray(a)
    if weights is None:
        return a.mean(axis)
    weights = MaskedArray(np.broadcast_to(weights, a.shape), a._full_mask())
    return (a * weights).sum(axis) / weights.sum(axis)
