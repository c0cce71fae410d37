"""Arrays whose elements have named fields: one array for each field."""
import types

import numpy as np


def _field(name, kind, *shape):
    kind = np.dtype(kind)
    return name, kind, (tuple(shape[0]) if shape and np.ndim(shape[0]) else tuple(shape))


class _RecordType:
    """The type of the elements."""

    kind, char, num, byteorder, hasobject, shape, isnative = "V", "V", 20, "|", False, (), True

    def __init__(self, parts):
        self._parts = [_field(*part) for part in parts]
        self.names = tuple(name for name, _, _ in self._parts)
        for name in self.names:
            if self.names.count(name) > 1:
                raise ValueError("field %r occurs more than once" % name)
        self.itemsize = sum(kind.itemsize * int(np.prod(shape)) for _, kind, shape in self._parts)
        self.name, self.str = "void%d" % (8 * self.itemsize), "|V%d" % self.itemsize
        self.alignment, self.ndim = 1, 0

    @property
    def type(self):
        return void

    @property
    def descr(self):
        return [(name, kind.str) + ((shape,) if shape else ()) for name, kind, shape in self._parts]

    @property
    def fields(self):
        found, place = {}, 0
        for name, kind, shape in self._parts:
            found[name] = (kind, place)
            place += kind.itemsize * int(np.prod(shape))
        return types.MappingProxyType(found)

    def __getitem__(self, key):
        if isinstance(key, int):
            return self._parts[key][1]
        for name, kind, _ in self._parts:
            if name == key:
                return kind
        raise KeyError("Field named %r not found." % (key,))

    def __len__(self):
        return len(self._parts)

    def __repr__(self):
        return "dtype(%r)" % (self.descr,)

    def __str__(self):
        return str(self.descr)

    def __eq__(self, other):
        return isinstance(other, _RecordType) and self._parts == other._parts

    def __hash__(self):
        return hash(self.names)


_RecordType.__name__ = _RecordType.__qualname__ = "dtype[void]"
_RecordType.__module__ = "numpy"


def dtype(parts):
    if isinstance(parts, _RecordType):
        return parts
    if isinstance(parts, dict):
        return _RecordType(list(zip(parts["names"], parts["formats"])))
    if isinstance(parts, str):
        kinds = [part.strip() for part in parts.split(",")]
        return _RecordType([("f%d" % place, kind) for place, kind in enumerate(kinds)])
    for part in parts:
        if not isinstance(part, tuple) or len(part) not in (2, 3):
            raise TypeError("Field elements must be 2- or 3-tuples, got %r" % (
                repr(part) if isinstance(part, str) else str(part),))
    return _RecordType(parts)


class void:
    """An element: a place in the arrays of the fields."""

    def __init__(self, columns, place, kind):
        self._columns, self._place, self.dtype = columns, place, kind

    def __getitem__(self, key):
        if isinstance(key, list):
            return tuple(self[name] for name in key)
        name = self.dtype.names[key] if isinstance(key, int) else key
        if name not in self._columns:
            raise ValueError("no field of name %s" % name)
        return self._columns[name][self._place]

    def __setitem__(self, key, value):
        name = self.dtype.names[key] if isinstance(key, int) else key
        if name not in self._columns:
            raise ValueError("no field of name %s" % name)
        self._columns[name][self._place] = value

    def __iter__(self):
        return iter([self[name] for name in self.dtype.names])

    def __len__(self):
        return len(self.dtype.names)

    def item(self):
        return tuple(part.tolist() for part in self)

    tolist = item

    def __eq__(self, other):
        return self.item() == (other.item() if isinstance(other, void) else other)

    def __repr__(self):
        return str(self)

    def __str__(self):
        texts = [repr(str(part)) if isinstance(part, str) else str(part) for part in self]
        return "(%s%s)" % (", ".join(texts), "," if len(texts) == 1 else "")


void.__module__ = "numpy"


class ndarray(np.ndarray):
    """An array with a column for each field."""

    __hash__ = dtype = None

    @property
    def shape(self):
        name, _, inner = self.dtype._parts[0]
        whole = self._columns[name].shape
        return whole[:len(whole) - len(inner)]

    @property
    def size(self):
        return int(np.prod(self.shape))

    @property
    def ndim(self):
        return len(self.shape)

    @property
    def itemsize(self):
        return self.dtype.itemsize

    @property
    def nbytes(self):
        return self.dtype.itemsize * self.size

    @property
    def T(self):
        return self._each(lambda column: column.T)

    def _each(self, function):
        return _made({name: function(column) for name, column in self._columns.items()}, self.dtype)

    def __getitem__(self, key):
        if isinstance(key, str):
            if key not in self._columns:
                raise ValueError("no field of name %s" % key)
            return self._columns[key]
        if isinstance(key, list) and key and isinstance(key[0], str):
            for name in key:
                if name not in self._columns:
                    raise KeyError(name)
            parts = [part for name in key for part in self.dtype._parts if part[0] == name]
            return _made({name: self._columns[name] for name in key},
                         _RecordType([(name, kind) + ((shape,) if shape else ())
                                      for name, kind, shape in parts]))
        places = np.arange(self.size).reshape(self.shape)[key]
        if isinstance(places, np.ndarray):
            return self._each(lambda column: column[key])
        return void(self._columns, np.unravel_index(int(places), self.shape), self.dtype)

    def __setitem__(self, key, value):
        if isinstance(key, str):
            self[key][...] = value
            return
        if isinstance(value, (void, tuple)):
            parts = value.item() if isinstance(value, void) else value
            if len(parts) != len(self.dtype.names):
                raise ValueError("could not assign tuple of length %d to structure with %d fields."
                                 % (len(parts), len(self.dtype.names)))
            for name, part in zip(self.dtype.names, parts):
                self._columns[name][key] = part
            return
        value = value if isinstance(value, ndarray) else array(value, dtype=self.dtype)
        for name, other in zip(self.dtype.names, value.dtype.names):
            self._columns[name][key] = value._columns[other]

    def __len__(self):
        if not self.shape:
            raise TypeError("len() of unsized object")
        return self.shape[0]

    def __iter__(self):
        return iter([self[place] for place in range(len(self))])

    def __eq__(self, other):
        same = np.ones(self.shape, dtype=bool)
        for name in self.dtype.names:
            same &= self._columns[name] == other[name]
        return same

    def _texts(self):
        columns = []
        for name, kind, inner in self.dtype._parts:
            column = self._columns[name].reshape((self.size,) + inner)
            if inner or kind.kind in "UO":
                texts = [str(part).replace(" ", ", ") if inner else repr(part)
                         for part in (column if inner else column.tolist())]
            else:
                text = np.array2string(column, separator="\x01", max_line_width=1 << 30,
                                       threshold=1 << 30)
                texts = text[1:-1].split("\x01")
            columns.append(texts)
        single = "," if len(columns) == 1 else ""
        return ["(%s%s)" % (", ".join(parts), single) for parts in zip(*columns)]

    def _text(self, separator, prefix, suffix):
        texts = self._texts()
        order = np.arange(self.size).reshape(self.shape)
        return np.array2string(order, separator=separator, prefix=prefix, suffix=suffix,
                               formatter={"int": lambda place: texts[int(place)]})

    def __str__(self):
        if not self.shape:
            return self._texts()[0]
        return self._text(" ", "", "") if self.size else "[]"

    def __repr__(self):
        kind = "dtype=%s)" % (self.dtype,)
        if self.size == 0:
            return "array([], %s" % kind
        body = self._text(", ", "array(", ",") if self.shape else self._texts()[0]
        text = "array(" + body + ","
        last = len(text) - (text.rfind("\n") + 1)
        gap = "\n" + " " * 6 if last + len(kind) + 1 > np.get_printoptions()["linewidth"] else " "
        return text + gap + kind

    def copy(self, order="C"):
        return self._each(lambda column: column.copy())

    def reshape(self, *shape, order="C"):
        places = np.arange(self.size).reshape(self.shape).reshape(*shape)
        return self._each(lambda column: column.reshape(places.shape))

    def ravel(self, order="C"):
        return self.reshape(-1)

    def flatten(self, order="C"):
        return self.copy().reshape(-1)

    def tolist(self):
        return [part.item() if isinstance(part, void) else part.tolist() for part in self]

    def item(self, *places):
        return self.ravel()[places[0] if places else 0].item()

    def astype(self, dtype, order="K", casting="unsafe", subok=True, copy=True):
        kind = globals()["dtype"](dtype)
        return _made({name: self._columns[own].astype(part) for (name, part, _), own in zip(
            kind._parts, self.dtype.names)}, kind)

    def argsort(self, axis=-1, kind=None, order=None):
        names = [order] if isinstance(order, str) else list(order or self.dtype.names)
        for name in names:
            if name not in self.dtype.names:
                raise ValueError("unknown field name: %s" % name)
        rows = list(zip(*[self._columns[name].tolist() for name in names]))
        return np.array(sorted(range(len(rows)), key=rows.__getitem__), dtype=int)

    def sort(self, axis=-1, kind=None, order=None):
        places = self.argsort(axis, kind, order)
        for column in self._columns.values():
            column[...] = column[places]

    def take(self, indices, axis=None, out=None, mode="raise"):
        return self[np.asarray(indices)]

    def __array__(self, dtype=None):
        raise TypeError("can't convert an array of records to an array of numbers")


ndarray.__module__ = "numpy"


def _made(columns, kind):
    made = object.__new__(ndarray)
    made._columns, made.dtype = columns, kind
    return made


def full(shape, fill_value, dtype=None, order="C", like=None):
    made = zeros(shape, dtype)
    made[...] = fill_value
    return made


def zeros(shape, dtype=None, order="C", like=None):
    kind = globals()["dtype"](dtype)
    shape = (shape,) if isinstance(shape, int) else tuple(shape)
    return _made({name: np.zeros(shape + inner, dtype=part) for name, part, inner in kind._parts},
                 kind)


def ones(shape, dtype=None, order="C", like=None):
    kind = globals()["dtype"](dtype)
    shape = (shape,) if isinstance(shape, int) else tuple(shape)
    return _made({name: np.ones(shape + inner, dtype=part) for name, part, inner in kind._parts},
                 kind)


def _shape(value):
    return (len(value),) + _shape(value[0]) if isinstance(value, list) and value else (
        (0,) if isinstance(value, list) else ())


def _leaves(value):
    return [leaf for part in value for leaf in _leaves(part)] if isinstance(value, list) else [value]


def array(object, dtype=None, copy=True, order="K", subok=False, ndmin=0, like=None):
    if isinstance(object, ndarray):
        return object.copy() if dtype is None else object.astype(dtype)
    kind, shape = globals()["dtype"](dtype), _shape(object)
    rows = [row.item() if isinstance(row, void) else row for row in _leaves(object)]
    for row in rows:
        if isinstance(row, tuple) and len(row) != len(kind.names):
            raise ValueError("could not assign tuple of length %d to structure with %d fields."
                             % (len(row), len(kind.names)))
    columns = {}
    for place, (name, part, inner) in enumerate(kind._parts):
        values = [row[place] if isinstance(row, tuple) else row for row in rows]
        columns[name] = np.array(values, dtype=part).reshape(shape + inner)
    return _made(columns, kind)


def asarray(a, dtype=None, order=None, like=None):
    return a if isinstance(a, ndarray) and dtype is None else array(a, dtype)


def concatenate(arrays, axis=0, out=None, dtype=None, casting="same_kind"):
    return _made({name: np.concatenate([part[name] for part in arrays], axis)
                  for name in arrays[0].dtype.names}, arrays[0].dtype)


def sort(a, axis=-1, kind=None, order=None):
    made = a.copy()
    made.sort(axis, kind, order)
    return made


def append(arr, values, axis=None):
    return concatenate([arr, asarray(values, arr.dtype)])


def zeros_like(a, dtype=None, order="K", subok=True, shape=None):
    return zeros(a.shape if shape is None else shape, a.dtype)


def _method(name):
    def call(a, *args, **kwargs):
        return getattr(a, name)(*args, **kwargs)
    return call


functions = {function.__name__: function for function in (
    array, asarray, full, zeros, ones, concatenate, sort, append, zeros_like)}
functions.update(asanyarray=asarray, empty=zeros, empty_like=zeros_like)
for _name in ("argsort", "reshape", "ravel", "copy", "take"):
    functions[_name] = _method(_name)
for _name in ("shape", "ndim", "size"):
    functions[_name] = lambda a, _name=_name: getattr(a, _name)
_RecordType._functions = void._functions = ndarray._functions = functions
