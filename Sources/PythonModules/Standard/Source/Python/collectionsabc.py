"""Abstract classes of containers: whatever has the methods is an instance."""

from abc import ABCMeta, abstractmethod


def _has(cls, names):
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return getattr(cls, name, None) is not None and cls.__module__ == "builtins" \
                or NotImplemented
    return True


class _Protocol(metaclass=ABCMeta):
    _methods = ()

    @classmethod
    def __subclasshook__(cls, other):
        methods = cls.__dict__.get("_methods")
        if not methods:
            return NotImplemented
        return _has(other, methods)


class Hashable(_Protocol):
    _methods = ("__hash__",)


class Iterable(_Protocol):
    _methods = ("__iter__",)

    __class_getitem__ = classmethod(lambda cls, item: cls)


class Iterator(Iterable):
    _methods = ("__iter__", "__next__")

    def __iter__(self):
        return self


class Generator(Iterator):
    _methods = ("__iter__", "__next__", "send", "throw", "close")


class Reversible(Iterable):
    _methods = ("__iter__", "__reversed__")


class Sized(_Protocol):
    _methods = ("__len__",)


class Container(_Protocol):
    _methods = ("__contains__",)


class Callable(_Protocol):
    _methods = ("__call__",)

    __class_getitem__ = classmethod(lambda cls, item: cls)


class Collection(Sized, Iterable, Container):
    _methods = ("__len__", "__iter__", "__contains__")


class Sequence(Reversible, Collection):
    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        index = 0
        try:
            while True:
                yield self[index]
                index += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(item is value or item == value for item in self)

    def __reversed__(self):
        for index in reversed(range(len(self))):
            yield self[index]

    def index(self, value, start=0, stop=None):
        for index in range(start, len(self) if stop is None else stop):
            if self[index] == value:
                return index
        raise ValueError

    def count(self, value):
        return sum(1 for item in self if item is value or item == value)


class MutableSequence(Sequence):
    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        for value in values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        items = list(self)[::-1]
        for index, item in enumerate(items):
            self[index] = item

    def __iadd__(self, values):
        self.extend(values)
        return self


class Set(Collection):
    def __le__(self, other):
        return all(item in other for item in self)

    def __and__(self, other):
        return {item for item in self if item in other}

    def __or__(self, other):
        return set(self) | set(other)


class MutableSet(Set):
    pass


class Mapping(Collection):
    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return dict.fromkeys(self).keys()

    def items(self):
        return {key: self[key] for key in self}.items()

    def values(self):
        return {key: self[key] for key in self}.values()

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items())


class MutableMapping(Mapping):
    def update(self, other=(), /, **kwds):
        for key, value in dict(other, **kwds).items():
            self[key] = value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def clear(self):
        for key in list(self):
            del self[key]


class MappingView(Sized):
    pass


class KeysView(MappingView, Set):
    pass


class ItemsView(MappingView, Set):
    pass


class ValuesView(MappingView, Collection):
    pass


for _type in (list, tuple, str, range, bytes):
    Sequence.register(_type)
MutableSequence.register(list)
Mapping.register(dict)
MutableMapping.register(dict)
Set.register(set)
Set.register(frozenset)
MutableSet.register(set)
