"""Names for annotations: they take parameters and check nothing."""

import collections as _collections
import collections.abc as _abc
import contextlib as _contextlib
import re as _re
import types as _types
from abc import ABCMeta as _ABCMeta
from _native import namespace as _namespace


def _text(item):
    """An annotation as the text of another shows it."""
    if isinstance(item, _types.GenericAlias):
        return repr(item)
    if isinstance(item, type):
        if item.__module__ == "builtins":
            return item.__qualname__
        return f"{item.__module__}.{item.__qualname__}"
    if item is ...:
        return "..."
    if isinstance(item, _types.FunctionType):
        return item.__name__
    if isinstance(item, (list, tuple)):
        return f"[{', '.join(map(_text, item))}]"
    return repr(item)


def _checked(item, message):
    """A parameter: None means its class, a text a class that is not there yet."""
    if item is None:
        return type(None)
    if isinstance(item, str):
        return ForwardRef(item)
    if type(item) is tuple:
        raise TypeError(f"{message} Got {item!r:.100}.")
    if item in (Generic, Protocol) or (
            isinstance(item, _SpecialForm) and item not in (NoReturn, Never, Self, LiteralString,
                                                            TypeAlias)):
        raise TypeError(f"Plain {item} is not valid as type argument")
    return item


def _check_count(cls, given, wanted):
    if given != wanted:
        raise TypeError(f"Too {'many' if given > wanted else 'few'} arguments for {cls}; "
                        f"actual {given}, expected {wanted}")


def _variables(items):
    """The type variables in parameters, each once."""
    found = []
    for item in items:
        inner = [item] if isinstance(item, TypeVar) else () if isinstance(item, type) \
            else getattr(item, "__parameters__", ())
        found += [variable for variable in inner if variable not in found]
    return tuple(found)


class _Or:
    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _SpecialForm(_Or):
    """`Any`, `Optional` and their kin."""

    def __init__(self, name, subscript=None):
        self._name = name
        self._subscript = subscript

    def __repr__(self):
        return f"typing.{self._name}"

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, item):
        if self._subscript is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._subscript(self, item)


class _Base(_Or):
    """What `List` and `List[int]` share: they pass on what they do not have to the real class."""

    def __init__(self, origin, name, can_make=True):
        self.__origin__ = origin
        self._name = name
        self._can_make = can_make

    def __call__(self, *args, **kwargs):
        if not self._can_make:
            raise TypeError(f"Type {self._name} cannot be instantiated; "
                            f"use {self.__origin__.__name__}() instead")
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self.__dict__.get("_name") or self.__origin__.__name__
        if "__origin__" in self.__dict__ and not name.startswith("__"):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __mro_entries__(self, bases):
        if not isinstance(self.__origin__, type):
            raise TypeError(f"Cannot subclass {self!r}")
        entries = []
        if self.__origin__ not in bases:
            entries.append(self.__origin__)
        later = bases[bases.index(self) + 1:]
        if self._name and not any(
                isinstance(base, _Base) or isinstance(base, type) and issubclass(base, Generic)
                for base in later) and self.__origin__ is not Generic:
            entries.append(Generic)
        return tuple(entries)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


class _Name(_Base):
    """`List`: a class with so many parameters; -1 for any number."""

    def __init__(self, origin, name, count, can_make=False):
        super().__init__(origin, name, can_make)
        self._count = count

    def __repr__(self):
        return f"typing.{self._name}"

    def __getitem__(self, items):
        items = items if isinstance(items, tuple) else (items,)
        items = tuple(_checked(item, "Parameters to generic types must be types.")
                      for item in items)
        _check_count(self, len(items), self._count)
        return _Alias(self.__origin__, items, self._name, self._can_make)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _Name):
            return issubclass(cls.__origin__, self.__origin__)
        return issubclass(cls, self.__origin__)


class _Alias(_Base):
    """`List[int]`."""

    def __init__(self, origin, args, name=None, can_make=True):
        super().__init__(origin, name, can_make)
        self.__args__ = args
        self.__parameters__ = _variables(args)
        if not name:
            self.__module__ = origin.__module__

    def _copy(self, args):
        return self.__class__(self.__origin__, args, self._name, self._can_make)

    def __getitem__(self, items):
        items = items if isinstance(items, tuple) else (items,)
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        items = tuple(_checked(item, "Parameters to generic types must be types.")
                      for item in items)
        _check_count(self, len(items), len(self.__parameters__))
        values = dict(zip(self.__parameters__, items))
        return self._copy(tuple(self._replaced(part, values) for part in self.__args__))

    def _replaced(self, part, values):
        if isinstance(part, TypeVar):
            return values.get(part, part)
        inner = getattr(part, "__parameters__", ())
        if inner and not isinstance(part, type):
            return part[tuple(values[variable] for variable in inner)]
        return part

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else _text(self.__origin__)
        return f"{name}[{', '.join(map(_text, self.__args__)) or '()'}]"

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))


class _TupleName(_Name):
    def __getitem__(self, items):
        items = items if isinstance(items, tuple) else (items,)
        return _Alias(tuple, tuple(
            item if item is ... else _checked(item, "Tuple[t0, t1, ...]: each t must be a type.")
            for item in items), "Tuple", False)


class _CallableName(_Name):
    def __getitem__(self, items):
        if not isinstance(items, tuple) or len(items) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        parameters, result = items
        if isinstance(parameters, (list, tuple)):
            parameters = tuple(_checked(item, "Callable[[arg, ...], result]: each arg must be a "
                                        "type.") for item in parameters)
        else:
            parameters = (parameters,)
        result = _checked(result, "Callable[args, result]: result must be a type.")
        return _CallableAlias(self.__origin__, (*parameters, result), "Callable", True)


class _CallableAlias(_Alias):
    def __repr__(self):
        *parameters, result = self.__args__
        if len(parameters) == 1 and (parameters[0] is ... or isinstance(parameters[0], ParamSpec)):
            return super().__repr__()
        return f"typing.Callable[[{', '.join(map(_text, parameters))}], {_text(result)}]"


class _UnionAlias(_Alias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            return f"typing.Optional[{_text(args[args[0] is type(None)])}]"
        return super().__repr__()

    def _copy(self, args):
        return Union[args]

    def __eq__(self, other):
        if not isinstance(other, (_UnionAlias, _types.UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)


class _LiteralAlias(_Alias):
    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"

    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        pairs = [{(value, type(value)) for value in alias.__args__} for alias in (self, other)]
        return pairs[0] == pairs[1]

    def __hash__(self):
        return hash(frozenset((value, type(value)) for value in self.__args__))


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def _copy(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        return (f"typing.Annotated[{_text(self.__origin__)}, "
                f"{', '.join(map(repr, self.__metadata__))}]")

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return (self.__origin__, self.__metadata__) == (other.__origin__, other.__metadata__)

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))
