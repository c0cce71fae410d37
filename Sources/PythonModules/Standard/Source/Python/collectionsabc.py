"""Abstract classes of containers: whatever has the methods is an instance."""

from abc import ABCMeta, abstractmethod

__all__ = ["Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable",
           "Iterable", "Iterator", "Generator", "Reversible", "Sized", "Container", "Callable",
           "Collection", "Set", "MutableSet", "Mapping", "MutableMapping", "MappingView",
           "KeysView", "ItemsView", "ValuesView", "Sequence", "MutableSequence", "ByteString"]

_Alias = type(list[int])


def _has(cls, names):
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            # Native classes do not list what the interpreter does for them.
            if not (getattr(cls, name, None) is not None and cls.__module__ != "__main__"):
                return NotImplemented
    return True


class _Checked(metaclass=ABCMeta):
    """A class whose instances are what has its methods."""

    __slots__ = ()
    _methods = ()

    @classmethod
    def __subclasshook__(cls, other):
        methods = cls.__dict__.get("_methods")
        return _has(other, methods) if methods else NotImplemented


class Hashable(_Checked):
    _methods = ("__hash__",)

    @abstractmethod
    def __hash__(self):
        return 0


class Awaitable(_Checked):
    _methods = ("__await__",)
    __class_getitem__ = classmethod(_Alias)


class Coroutine(Awaitable):
    _methods = ("__await__", "send", "throw", "close")


class AsyncIterable(_Checked):
    _methods = ("__aiter__",)
    __class_getitem__ = classmethod(_Alias)


class AsyncIterator(AsyncIterable):
    _methods = ("__aiter__", "__anext__")


class AsyncGenerator(AsyncIterator):
    _methods = ("__aiter__", "__anext__", "asend", "athrow", "aclose")


class Iterable(_Checked):
    _methods = ("__iter__",)
    __class_getitem__ = classmethod(_Alias)

    @abstractmethod
    def __iter__(self):
        while False:
            yield None


class Iterator(Iterable):
    _methods = ("__iter__", "__next__")

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


class Generator(Iterator):
    _methods = ("__iter__", "__next__", "send", "throw", "close")

    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise typ if val is None else val

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError("generator ignored GeneratorExit")


class Reversible(Iterable):
    _methods = ("__iter__", "__reversed__")

    @abstractmethod
    def __reversed__(self):
        while False:
            yield None


class Sized(_Checked):
    _methods = ("__len__",)

    @abstractmethod
    def __len__(self):
        return 0


class Container(_Checked):
    _methods = ("__contains__",)
    __class_getitem__ = classmethod(_Alias)

    @abstractmethod
    def __contains__(self, x):
        return False


class Callable(_Checked):
    _methods = ("__call__",)
    __class_getitem__ = classmethod(_Alias)

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False


class Collection(Sized, Iterable, Container):
    _methods = ("__len__", "__iter__", "__contains__")
