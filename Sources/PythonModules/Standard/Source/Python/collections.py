"""Containers beyond the built-in ones."""

from _collections import _count_elements, _tuplegetter, defaultdict, deque
from _native import unless_printing as _unless_printing
import keyword as _keyword

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString",
           "defaultdict", "deque", "namedtuple"]


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A class of tuples whose items have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        seen = set()
        for index, name in enumerate(names):
            if (not name.isidentifier() or _keyword.iskeyword(name) or name.startswith("_")
                    or name in seen):
                names[index] = f"_{index}"
            seen.add(name)
    for name in [typename] + names:
        if not name.isidentifier():
            raise ValueError(
                f"Type names and field names must be valid identifiers: {name!r}")
        if _keyword.iskeyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError("Got more default values than field names")
        field_defaults = dict(zip(names[len(names) - len(defaults):], defaults))
    return _named_tuple(typename, tuple(names), field_defaults, module)


def _named_tuple(typename, names, defaults, module):
    first = len(names) - len(defaults)
    parameters = ", ".join(
        ["_cls"] + [name if index < first else f"{name}=_defaults[{name!r}]"
                    for index, name in enumerate(names)])
    items = "".join(f"{name}, " for name in names)
    space = {"_new": tuple.__new__, "_defaults": defaults}
    exec(f"def __new__({parameters}):\n    return _new(_cls, ({items}))", space)
    new = space["__new__"]
    new.__qualname__ = f"{typename}.__new__"

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != len(names):
            raise TypeError(f"Expected {len(names)} arguments, got {len(result)}")
        return result

    def _replace(self, /, **changes):
        result = self._make(changes.pop(name, value) for name, value in zip(names, self))
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return result

    def _asdict(self):
        return dict(zip(names, self))

    def __repr__(self):
        fields = ", ".join(f"{name}={value!r}" for name, value in zip(names, self))
        return f"{self.__class__.__name__}({fields})"

    def __getnewargs__(self):
        return tuple(self)

    namespace = {
        "__doc__": f"{typename}({', '.join(names)})", "__slots__": (), "_fields": names,
        "_field_defaults": defaults, "__new__": new, "_make": classmethod(_make),
        "_replace": _replace, "_asdict": _asdict, "__repr__": __repr__,
        "__getnewargs__": __getnewargs__, "__match_args__": names,
    }
    namespace["__module__"] = module or "__main__"
    cls = type(typename, (tuple,), namespace)
    for index, name in enumerate(names):
        setattr(cls, name, _tuplegetter(index, f"Alias for field number {index}"))
    return cls


class Counter(dict):
    """How often each item occurs."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def most_common(self, n=None):
        """The items and their counts, the most frequent first."""
        ordered = sorted(self.items(), key=lambda pair: pair[1], reverse=True)
        if n is None:
            return ordered
        return ordered[:max(n, 0)] if n >= 0 else []

    def elements(self):
        """Each item as often as it is counted."""
        for item, count in self.items():
            for _ in range(count):
                yield item

    def total(self):
        """The sum of the counts."""
        return sum(self.values())

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError(
            "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        """Adds counts."""
        if iterable is not None:
            if hasattr(iterable, "items"):
                if self:
                    for item, count in iterable.items():
                        self[item] = count + self.get(item, 0)
                else:
                    super().update(iterable)
            else:
                _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Takes counts away; they may become negative."""
        if iterable is not None:
            if hasattr(iterable, "items"):
                for item, count in iterable.items():
                    self[item] = self.get(item, 0) - count
            else:
                for item in iterable:
                    self[item] = self.get(item, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    def __copy__(self):
        return self.__class__(self)

    def __delitem__(self, item):
        if item in self:
            super().__delitem__(item)

    def __repr__(self):
        if not self:
            return f"{self.__class__.__name__}()"
        try:
            entries = dict(self.most_common())
        except TypeError:
            entries = dict(self)
        return f"{self.__class__.__name__}({entries!r})"

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[item] == other[item] for counter in (self, other) for item in counter)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[item] <= other[item] for counter in (self, other) for item in counter)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return other <= self

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return other <= self and self != other

    def _combined(self, other, join):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item in list(self) + [item for item in other if item not in self]:
            count = join(self[item], other[item])
            if count > 0:
                result[item] = count
        return result

    def __add__(self, other):
        return self._combined(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._combined(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._combined(other, max)

    def __and__(self, other):
        return self._combined(other, min)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _become(self, other):
        self.clear()
        self.update(other)
        return self

    def __iadd__(self, other):
        return self._become(self + other)

    def __isub__(self, other):
        return self._become(self - other)

    def __ior__(self, other):
        return self._become(self | other)

    def __iand__(self, other):
        return self._become(self & other)


def _pair(item):
    item = tuple(item)
    if len(item) < 2:
        raise ValueError(
            f"need more than {len(item)} value{'' if len(item) == 1 else 's'} to unpack")
    if len(item) > 2:
        raise ValueError("too many values to unpack (expected 2)")
    return item


class OrderedDict(dict):
    """A dictionary whose order counts in comparisons and can be changed."""

    def __init__(self, *args, **kwds):
        if len(args) > 1:
            raise TypeError(f"expected at most 1 arguments, got {len(args)}")
        super().__init__()
        self.update(*args, **kwds)

    def update(self, *args, **kwds):
        """Takes over the entries of a mapping or of pairs."""
        if len(args) > 1:
            raise TypeError(f"update() takes at most 1 positional argument ({len(args)} given)")
        if args and not isinstance(args[0], dict) and not hasattr(args[0], "keys"):
            super().update(_pair(item) for item in args[0])
        elif args:
            super().update(args[0])
        super().update(kwds)

    def move_to_end(self, key, last=True):
        """Moves a key to the end, or to the beginning."""
        value = self[key]
        super().__delitem__(key)
        if last:
            super().__setitem__(key, value)
            return
        rest = list(self.items())
        self.clear()
        super().__setitem__(key, value)
        for other, kept in rest:
            super().__setitem__(other, kept)

    def popitem(self, last=True):
        """Removes the last entry, or the first, and gives it."""
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self)) if last else next(iter(self))
        return key, self.pop(key)

    def copy(self):
        return self.__class__(self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(self)
        result.update(other)
        return result

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(self)
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(other)
        result.update(self)
        return result

    def __repr__(self):
        if not self:
            return f"{self.__class__.__name__}()"
        text = _unless_printing(self, lambda: repr(list(self.items())))
        return "..." if text is None else f"{self.__class__.__name__}({text})"


def __getattr__(name):
    # Built on the abstract classes, which most programs never need.
    if name in ("ChainMap", "UserDict", "UserList", "UserString"):
        import _collections_user
        return getattr(_collections_user, name)
    if name == "abc":
        import collections.abc
        return collections.abc
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
