# Arithmetic, and what NumPy's functions do with dates and spans.

def _method(name):
    def call(self, *args, **kwargs):
        return self._view(getattr(self._at, name)(*args, **kwargs))
    return call


def _extreme(name):
    def call(self, axis=None, out=None, keepdims=False, initial=None, where=None):
        found = getattr(self._at, name)(axis=axis, keepdims=keepdims)
        return self._view(found) if isinstance(found, np.ndarray) else self._scalar(found)
    return call


for _name in ("reshape", "ravel", "flatten", "transpose", "squeeze", "repeat", "take"):
    setattr(ndarray, _name, _method(_name))
for _name in ("max", "min"):
    setattr(ndarray, _name, _extreme(_name))
for _name in ("argsort", "argmax", "argmin"):
    setattr(ndarray, _name, lambda self, *args, _name=_name, **kwargs: getattr(
        self._at, _name)(*args, **kwargs))


def _sum(self, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=None):
    if self.dtype.kind == "M":
        raise TypeError("ufunc 'add' cannot use operands with types dtype('%s') and dtype('%s')"
                        % (self.dtype.str, self.dtype.str))
    found = self._at.sum(axis=axis, keepdims=keepdims)
    return self._view(found) if isinstance(found, np.ndarray) else self._scalar(found)


def _mean(self, axis=None, dtype=None, out=None, keepdims=False, where=None):
    found = self._at.mean(axis=axis, keepdims=keepdims)
    if isinstance(found, np.ndarray):
        return self._view(np.trunc(found).astype(int))
    return self._scalar(int(found))


def _sort(self, axis=-1, kind=None, order=None):
    self._at.sort(axis)


ndarray.sum, ndarray.mean, ndarray.sort = _sum, _mean, _sort
ndarray.__module__ = "numpy"


def _over(numbers, kind):
    made = object.__new__(ndarray)
    made._at, made.dtype = numbers, kind
    return made


def _array(numbers, shape, kind, unit):
    return _over(np.array(numbers, dtype=np.int64).reshape(shape), _TimeType(kind, unit))


def _parts(value):
    """The numbers of a value, its kind and its unit."""
    if isinstance(value, ndarray):
        return value._at, value.dtype.kind, value.dtype._unit
    if isinstance(value, _Time):
        return value._value, value._kind, value._unit
    if isinstance(value, datetime.timedelta):
        return _parts(timedelta64(value))
    if isinstance(value, datetime.date):
        return _parts(datetime64(value))
    if isinstance(value, str):
        return _parts(datetime64(value))
    return value, "i", "generic"


def _numbers(value, kind):
    if isinstance(value, (list, tuple)):
        return _parts(array(value, dtype=kind))[0]
    numbers, own, unit = _parts(value)
    return _in_unit(numbers, unit, kind._unit, own == "M")


def _in_unit(numbers, unit, other, is_date):
    if unit == other or unit == "generic":
        return numbers
    if isinstance(numbers, np.ndarray):
        moved = [_moved(number, unit, other, is_date) for number in numbers.ravel().tolist()]
        return np.array(moved, dtype=np.int64).reshape(numbers.shape)
    return _moved(int(numbers), unit, other, is_date)


def _result(numbers, kind, unit):
    if isinstance(numbers, np.ndarray) and numbers.ndim:
        return _over(numbers.astype(np.int64), _TimeType(kind, unit))
    return (datetime64 if kind == "M" else timedelta64)(int(numbers), unit)


def _refusal(name, a, b):
    kinds = [getattr(getattr(part, "dtype", None), "str", None) or np.asarray(part).dtype.str
             for part in (a, b)]
    return TypeError("ufunc '%s' cannot use operands with types dtype('%s') and dtype('%s')"
                     % (name, kinds[0], kinds[1]))


def _matched(a, b):
    (x, kind, unit), (y, other, second) = _parts(a), _parts(b)
    finer = _finer(unit, second)
    return (_in_unit(x, unit, finer, kind == "M"), kind,
            _in_unit(y, second, finer, other == "M"), other, finer)


def _added(a, b):
    if isinstance(b, (list, tuple)):
        b = np.asarray(b)
    x, kind, y, other, unit = _matched(a, b)
    if kind == other == "M":
        raise _refusal("add", a, b)
    if _NONE in (x if isinstance(x, int) else 0, y if isinstance(y, int) else 0):
        return _result(_NONE, "M" if "M" in (kind, other) else "m", unit)
    return _result(x + y, "M" if "M" in (kind, other) else "m", unit)


def _subtracted(a, b):
    x, kind, y, other, unit = _matched(a, b)
    if other == "M" and kind != "M":
        raise _refusal("subtract", a, b)
    if _NONE in (x if isinstance(x, int) else 0, y if isinstance(y, int) else 0):
        return _result(_NONE, "m" if kind == other else kind, unit)
    return _result(x - y, "M" if kind == "M" and other != "M" else "m", unit)


def _multiplied(a, b):
    x, kind, y, other, unit = _matched(a, b)
    if "M" in (kind, other) or kind == other:
        raise _refusal("multiply", a, b)
    found = x * y
    return _result(np.trunc(found) if isinstance(found, np.ndarray) else found, "m", unit)


def _divided(a, b, function=operator.truediv):
    x, kind, y, other, unit = _matched(a, b)
    if "M" in (kind, other) or kind == "i":
        raise _refusal("divide", a, b)
    if other == "m":
        found = function(x, y)
        return found if isinstance(found, np.ndarray) else (
            np.float64(found) if function is operator.truediv else np.int64(found))
    found = x / y if function is operator.truediv else function(x, y)
    return _result(np.trunc(found) if isinstance(found, np.ndarray) else found, "m", unit)


def _compared(function):
    def compare(a, b):
        if not isinstance(b, (ndarray, _Time, str, datetime.date, datetime.timedelta, int)):
            return NotImplemented
        x, _, y, _, _ = _matched(a, b)
        found = function(x, y)
        if isinstance(found, np.ndarray):
            return found
        is_none = _NONE in (x, y)
        return np.bool_(function is operator.ne if is_none else found)
    return compare


def _swapped(function):
    return lambda a, b: function(b, a)


for _class in (ndarray, datetime64, timedelta64):
    for _name, _work in (("add", _added), ("sub", _subtracted), ("mul", _multiplied),
                         ("truediv", _divided),
                         ("floordiv", lambda a, b: _divided(a, b, operator.floordiv))):
        setattr(_class, "__%s__" % _name, _work)
        setattr(_class, "__r%s__" % _name, _swapped(_work))
    for _name in ("eq", "ne", "lt", "le", "gt", "ge"):
        setattr(_class, "__%s__" % _name, _compared(getattr(operator, _name)))
    _class.__neg__ = lambda a: _result(-_parts(a)[0], *_parts(a)[1:])
    _class.__abs__ = lambda a: _result(abs(_parts(a)[0]), *_parts(a)[1:])
    _class.__hash__ = None if _class is ndarray else _Time.__hash__


def array(object, dtype=None, copy=True, order="K", subok=False, ndmin=0, like=None):
    if isinstance(object, ndarray):
        return object.copy() if dtype is None else object.astype(dtype)
    shape = np.shape(np.empty(0)) if object is None else _shape(object)
    leaves = _leaves(object)
    kind = globals()["dtype"](dtype) if dtype is not None else None
    if kind is None:
        kind = _TimeType(_parts(leaves[0])[1], "generic")
    if kind.kind == "M":
        items = [datetime64(leaf, kind._unit if kind._unit != "generic" and not isinstance(
            leaf, _Time) else None) for leaf in leaves]
    else:
        items = [timedelta64(leaf) for leaf in leaves]
    unit = kind._unit
    if unit == "generic":
        for item in items:
            unit = _finer(unit, item._unit)
    return _array([_moved(item._value, item._unit, unit, kind.kind == "M") for item in items],
                  shape, kind.kind, unit)


def _shape(value):
    if isinstance(value, np.ndarray):
        return value.shape
    return (len(value),) + _shape(value[0]) if isinstance(value, (list, tuple)) and value else (
        (0,) if isinstance(value, (list, tuple)) else ())


def _leaves(value):
    if isinstance(value, np.ndarray):
        value = value.tolist()
    return [leaf for part in value for leaf in _leaves(part)] if isinstance(
        value, (list, tuple)) else [value]


def asarray(a, dtype=None, order=None, like=None):
    return a if isinstance(a, ndarray) and dtype is None else array(a, dtype)


def arange(start=None, stop=None, step=None, dtype=None, like=None):
    first, last = (None, start) if stop is None else (start, stop)
    kind = None if dtype is None else globals()["dtype"](dtype)
    unit = "generic" if kind is None else kind._unit
    read = timedelta64 if (kind and kind.kind == "m") or isinstance(last, timedelta64) else datetime64
    ends = [read(part) if not isinstance(part, (int, np.integer)) else None
            for part in (first, last) if part is not None]
    for end in ends:
        unit = _finer(unit, end._unit) if end is not None and kind is None else unit
    for end in ends:
        unit = _finer(unit, end._unit) if end is not None else unit
    low = 0 if first is None else _moved(read(first)._value, read(first)._unit, unit, True)
    if isinstance(last, (int, np.integer)):
        high = low + int(last)
    else:
        high = _moved(read(last)._value, read(last)._unit, unit, read is datetime64)
    size = 1 if step is None else int(_in_unit(*_parts(step)[::2], unit, False))
    return _array(np.arange(low, high, size), (-1,), "M" if read is datetime64 else "m", unit)


def diff(a, n=1, axis=-1, prepend=None, append=None):
    return _over(np.diff(a._at, n, axis), _TimeType("m", a.dtype._unit))


def sort(a, axis=-1, kind=None, order=None):
    return a._view(np.sort(a._at, axis))


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None,
           equal_nan=True):
    found = np.unique(ar._at, return_index, return_inverse, return_counts)
    if isinstance(found, tuple):
        return (ar._view(found[0]),) + found[1:]
    return ar._view(found)


def isnat(x):
    numbers = _parts(x)[0]
    return numbers == _NONE if isinstance(numbers, np.ndarray) else np.bool_(numbers == _NONE)


def zeros(shape, dtype=None, order="C", like=None):
    kind = globals()["dtype"](dtype)
    return _over(np.zeros(shape, dtype=np.int64), kind)


def full(shape, fill_value, dtype=None, order="C", like=None):
    value = fill_value if isinstance(fill_value, _Time) else globals()["dtype"](dtype).type(
        fill_value)
    return _over(np.full(shape, value._value), value.dtype)


def concatenate(arrays, axis=0, out=None, dtype=None, casting="same_kind"):
    unit = "generic"
    for part in arrays:
        unit = _finer(unit, part.dtype._unit)
    return _over(np.concatenate([_in_unit(part._at, part.dtype._unit, unit, True)
                                 for part in arrays], axis), _TimeType(arrays[0].dtype.kind, unit))


def searchsorted(a, v, side="left", sorter=None):
    return np.searchsorted(a._at, _numbers(v, a.dtype), side)


def datetime_as_string(arr, unit=None, timezone="naive", casting="same_kind"):
    if isinstance(arr, ndarray):
        return arr.astype(str)
    return np.str_(str(arr))


def is_busday(dates, weekmask="1111100", holidays=None, busdaycal=None, out=None):
    days = np.asarray(_in_unit(*_parts(dates)[::2], "D", True))
    found = np.array([weekmask[(day + 3) % 7] == "1" for day in days.ravel().tolist()])
    return found.reshape(days.shape) if days.ndim else np.bool_(found[0])


def _of_method(name):
    def call(a, *args, **kwargs):
        return getattr(a, name)(*args, **kwargs)
    return call


functions = {function.__name__: function for function in (
    array, asarray, arange, diff, sort, unique, isnat, zeros, full, concatenate, searchsorted)}
functions.update(asanyarray=asarray, empty=zeros, add=_added, subtract=_subtracted,
                 multiply=_multiplied, divide=_divided)
for _name in ("reshape", "ravel", "squeeze", "max", "min", "sum", "mean", "argsort", "argmax",
              "argmin", "repeat", "take", "copy"):
    functions[_name] = _of_method(_name)
functions.update(amax=functions["max"], amin=functions["min"])
for _name in ("shape", "ndim", "size"):
    functions[_name] = lambda a, _name=_name: getattr(a, _name)
_TimeType._functions = _Time._functions = ndarray._functions = functions
