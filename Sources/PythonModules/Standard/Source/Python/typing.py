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


def _union(form, items):
    if items == ():
        raise TypeError("Cannot take a Union of no types.")
    members = []
    for item in items if isinstance(items, tuple) else (items,):
        item = _checked(item, "Union[arg, ...]: each arg must be a type.")
        inner = item.__args__ if isinstance(item, (_UnionAlias, _types.UnionType)) else (item,)
        members += [part for part in inner if part not in members]
    if len(members) == 1:
        return members[0]
    if len(members) == 2 and type(None) in members:
        return _UnionAlias(form, tuple(members), "Optional")
    return _UnionAlias(form, tuple(members), "Union")


def _single(form, item):
    return _Alias(form, (_checked(item, f"{form} accepts only single type."),), form._name)


def _optional(form, item):
    return Union[_checked(item, f"{form} requires a single type."), type(None)]


def _literal(form, items):
    flat = []
    for item in items if isinstance(items, tuple) else (items,):
        for value in item.__args__ if isinstance(item, _LiteralAlias) else (item,):
            if (value, type(value)) not in [(known, type(known)) for known in flat]:
                flat.append(value)
    return _LiteralAlias(form, tuple(flat), "Literal")


def _concatenate(form, items):
    return _Alias(form, items if isinstance(items, tuple) else (items,), "Concatenate")


class Annotated:
    """A type with remarks."""

    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments "
                            "(a type and an annotation).")
        return _AnnotatedAlias(
            _checked(params[0], "Annotated[t, ...]: t must be a type."), params[1:])


class _AnyType(type):
    def __instancecheck__(cls, obj):
        if cls is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(cls):
        return "typing.Any" if cls is Any else super().__repr__()


class Any(metaclass=_AnyType):
    """Any type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


Union = _SpecialForm("Union", _union)
Optional = _SpecialForm("Optional", _optional)
Literal = _SpecialForm("Literal", _literal)
ClassVar = _SpecialForm("ClassVar", _single)
Final = _SpecialForm("Final", _single)
TypeGuard = _SpecialForm("TypeGuard", _single)
Required = _SpecialForm("Required", _single)
NotRequired = _SpecialForm("NotRequired", _single)
Unpack = _SpecialForm("Unpack", _single)
Concatenate = _SpecialForm("Concatenate", _concatenate)
NoReturn, Never, Self, LiteralString, TypeAlias = map(
    _SpecialForm, ("NoReturn", "Never", "Self", "LiteralString", "TypeAlias"))

List = _Name(list, "List", 1)
Dict = _Name(dict, "Dict", 2)
Set = _Name(set, "Set", 1)
FrozenSet = _Name(frozenset, "FrozenSet", 1)
Type = _Name(type, "Type", 1)
Tuple = _TupleName(tuple, "Tuple", -1)
Callable = _CallableName(_abc.Callable, "Callable", 2, True)
Deque = _Name(_collections.deque, "Deque", 1, True)
DefaultDict = _Name(_collections.defaultdict, "DefaultDict", 2, True)
OrderedDict = _Name(_collections.OrderedDict, "OrderedDict", 2, True)
Counter = _Name(_collections.Counter, "Counter", 1, True)
ChainMap = _Name(_collections.ChainMap, "ChainMap", 2, True)
Pattern = _Name(_re.Pattern, "Pattern", 1)
Match = _Name(_re.Match, "Match", 1)
ContextManager = _Name(_contextlib.AbstractContextManager, "ContextManager", 1, True)
for _type, _count in (("Iterable", 1), ("Iterator", 1), ("Generator", 3), ("Reversible", 1),
                      ("Container", 1), ("Collection", 1), ("Sequence", 1),
                      ("MutableSequence", 1), ("Mapping", 2), ("MutableMapping", 2),
                      ("MutableSet", 1), ("KeysView", 1), ("ItemsView", 2), ("ValuesView", 1),
                      ("MappingView", 1), ("Awaitable", 1), ("Coroutine", 3),
                      ("AsyncIterable", 1), ("AsyncIterator", 1), ("AsyncGenerator", 2),
                      ("Hashable", 0), ("Sized", 0), ("ByteString", 0)):
    globals()[_type] = _Name(getattr(_abc, _type), _type, _count, True)
AbstractSet = _Name(_abc.Set, "AbstractSet", 1, True)
Text = str
TYPE_CHECKING = False


class TypeVar(_Or):
    """A type that is not known yet."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = tuple(
            _checked(item, "TypeVar(name, constraint, ...): constraints must be types.")
            for item in constraints)
        self.__bound__ = None if bound is None else _checked(bound, "Bound must be a type.")
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__module__ = "__main__"

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") \
            + self.__name__

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of TypeVar")


class ParamSpec(TypeVar):
    """The parameters of a function that are not known yet."""

    args = property(lambda self: self)
    kwargs = property(lambda self: self)


class TypeVarTuple(TypeVar):
    """Several types that are not known yet."""

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield Unpack[self]


class ForwardRef:
    """A type that is named before it is there."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        self.__forward_arg__ = arg

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)


class Generic:
    """A class with type parameters."""

    __slots__ = ()
    _is_protocol = False
    __parameters__ = ()

    def __class_getitem__(cls, items):
        items = items if isinstance(items, tuple) else (items,)
        if cls in (Generic, Protocol):
            if not items:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all(isinstance(item, TypeVar) for item in items):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables "
                                "or parameter specification variables.")
            if len(set(items)) != len(items):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _Alias(cls, items, cls.__name__)
        if not cls.__parameters__:
            raise TypeError(f"{cls} is not a generic class")
        items = tuple(_checked(item, "Parameters to generic types must be types.")
                      for item in items)
        _check_count(cls, len(items), len(cls.__parameters__))
        return _Alias(cls, items)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        found = ()
        for base in cls.__dict__.get("__orig_bases__", ()):
            if isinstance(base, _Alias) and base.__origin__ in (Generic, Protocol):
                found = base.__parameters__
                break
        else:
            found = _variables(cls.__dict__.get("__orig_bases__", ()))
        cls.__parameters__ = found


def _members(cls):
    """What a protocol asks for."""
    names = []
    for base in cls.__mro__[:-1]:
        if base in (Generic, Protocol) or not getattr(base, "_is_protocol", False):
            continue
        for name in [*base.__dict__, *base.__dict__.get("__annotations__", ())]:
            if name not in names and not name.startswith("_abc_") and name not in _NO_MEMBERS:
                names.append(name)
    return names


_NO_MEMBERS = {"__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__",
               "__module__", "__new__", "__slots__", "__subclasshook__", "__weakref__",
               "__class_getitem__", "__orig_bases__", "__parameters__", "__qualname__",
               "_is_protocol", "_is_runtime_protocol", "__match_args__"}


class _ProtocolMeta(_ABCMeta):
    def __instancecheck__(cls, instance):
        if cls is Protocol or not cls._is_protocol:
            return super().__instancecheck__(instance)
        if not cls.__dict__.get("_is_runtime_protocol"):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable "
                            "protocols")
        return all(hasattr(instance, name) for name in _members(cls)) \
            or super().__instancecheck__(instance)

    def __subclasscheck__(cls, other):
        if cls is Protocol or not cls._is_protocol:
            return super().__subclasscheck__(other)
        if not cls.__dict__.get("_is_runtime_protocol"):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable "
                            "protocols")
        if not all(callable(getattr(cls, name, None)) for name in _members(cls)):
            raise TypeError("Protocols with non-method members don't support issubclass()")
        return all(hasattr(other, name) for name in _members(cls)) \
            or super().__subclasscheck__(other)


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    # A class that extends a protocol and has no `__init__` of its own.
    for base in type(self).__mro__:
        own = base.__dict__.get("__init__")
        if own is not None and own is not _no_init:
            return own(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """A class that describes what others can do."""

    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if "_is_protocol" not in cls.__dict__:
            cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol and "__init__" not in cls.__dict__:
            cls.__init__ = _no_init


def runtime_checkable(cls):
    """A decorator: a protocol that `isinstance` checks by its methods."""
    if not (isinstance(cls, type) and issubclass(cls, Generic) and cls._is_protocol):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


def _supports(name, method):
    cls = _ProtocolMeta(name, (Protocol,), {method: lambda self: None, "__module__": "typing"})
    cls._is_protocol = True
    return runtime_checkable(cls)


SupportsInt = _supports("SupportsInt", "__int__")
SupportsFloat = _supports("SupportsFloat", "__float__")
SupportsIndex = _supports("SupportsIndex", "__index__")
SupportsAbs = _supports("SupportsAbs", "__abs__")
SupportsRound = _supports("SupportsRound", "__round__")
SupportsBytes = _supports("SupportsBytes", "__bytes__")
SupportsComplex = _supports("SupportsComplex", "__complex__")


AnyStr = TypeVar("AnyStr", bytes, str)


class IO(Generic[AnyStr]):
    """A file."""


class TextIO(IO[str]):
    """A file of text."""


class BinaryIO(IO[bytes]):
    """A file of bytes."""


def _annotations(pairs, message):
    return {name: _checked(kind, message) for name, kind in pairs}


_TUPLE_MESSAGE = "field annotation must be a type"


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        if namespace.get("_is_root"):
            return super().__new__(mcls, name, bases, namespace)
        kinds = _annotations(namespace.get("__annotations__", {}).items(), _TUPLE_MESSAGE)
        defaults = []
        for field in kinds:
            if field in namespace:
                defaults.append(field)
            elif defaults:
                raise TypeError(
                    f"Non-default namedtuple field {field} cannot follow default "
                    f"field{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _collections.namedtuple(
            name, list(kinds), defaults=[namespace[field] for field in defaults],
            module=namespace.get("__module__"))
        made.__annotations__ = kinds
        for key, value in namespace.items():
            if key in ("__new__", "__init__", "__slots__", "_fields", "_replace", "_make",
                       "_asdict", "_field_defaults"):
                raise AttributeError(f"Cannot overwrite NamedTuple attribute {key}")
            if key not in kinds and key not in ("__module__", "__qualname__", "__annotations__",
                                                "__orig_bases__"):
                setattr(made, key, value)
        made.__qualname__ = namespace.get("__qualname__", name)
        return made


_NamedTuple = _NamedTupleMeta("NamedTuple", (), {"_is_root": True})


def NamedTuple(typename, fields=None, /, **kwargs):
    """A named tuple with annotated fields."""
    pairs = list(kwargs.items()) if fields is None else [tuple(pair) for pair in fields]
    made = _collections.namedtuple(typename, [name for name, _ in pairs], module="__main__")
    made.__annotations__ = _annotations(pairs, _TUPLE_MESSAGE)
    return made


NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True):
        if namespace.get("_is_root"):
            return super().__new__(mcls, name, bases, namespace)
        own = _annotations(namespace.get("__annotations__", {}).items(),
                           "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type")
        kinds, required, optional = {}, set(), set()
        for base in bases:
            if base is not _TypedDict:
                kinds.update(base.__annotations__)
                required |= base.__required_keys__
                optional |= base.__optional_keys__
        for key, kind in own.items():
            origin = get_origin(kind)
            needed = origin is Required or total and origin is not NotRequired
            (required if needed else optional).add(key)
        body = {key: value for key, value in namespace.items() if key != "__slots__"}
        body.update(__annotations__={**kinds, **own}, __total__=total,
                    __required_keys__=frozenset(required), __optional_keys__=frozenset(optional))
        return super().__new__(mcls, name, (dict,), body)

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


_TypedDict = _TypedDictMeta("TypedDict", (), {"_is_root": True})


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dictionary with annotated keys."""
    return _TypedDictMeta(typename, (), {
        "__annotations__": dict(kwargs if fields is None else fields),
        "__module__": "__main__"}, total=total)


TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


class NewType(_Or):
    """Another name for a class, to tell values apart."""

    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = "__main__"

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __call__(self, x):
        return x


def cast(typ, val):
    """The value itself."""
    return val


def _same(value):
    return value


def overload(func):
    """A decorator: one of several signatures, never called."""
    return _overload_dummy


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions "
        "outside a stub module should always be followed by an implementation that is not "
        "@overload-ed.")


def final(f):
    """A decorator: not to be extended."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    """A decorator: annotations are not types."""
    return arg


def dataclass_transform(**kwargs):
    return _same


def assert_never(arg, /):
    """Fails: this must not be reached."""
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    return obj


def _resolved(kind, space):
    """An annotation with its texts replaced by what they name."""
    if kind is None:
        return type(None)
    if isinstance(kind, ForwardRef):
        kind = kind.__forward_arg__
    if isinstance(kind, str):
        return _resolved(eval(kind, dict(space)), space)
    if isinstance(kind, _Alias) and not isinstance(kind, (_LiteralAlias, _AnnotatedAlias)):
        args = tuple(_resolved(arg, space) for arg in kind.__args__)
        return kind if args == kind.__args__ else kind._copy(args)
    return kind


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class or a function."""
    if isinstance(obj, type):
        owners = [(base.__dict__.get("__annotations__", {}), base.__module__)
                  for base in reversed(obj.__mro__)]
    elif isinstance(obj, _types.ModuleType):
        owners = [(getattr(obj, "__annotations__", {}), obj.__name__)]
    elif hasattr(obj, "__annotations__"):
        owners = [(obj.__annotations__ or {}, getattr(obj, "__module__", "__main__"))]
    else:
        raise TypeError(f"{obj!r} is not a module, class, method, or function.")
    hints = {}
    for annotations, module in owners:
        space = {**(_namespace(module) if globalns is None else globalns), **(localns or {})}
        for name, kind in annotations.items():
            kind = _resolved(kind, space)
            if not include_extras and isinstance(kind, _AnnotatedAlias):
                kind = kind.__origin__
            hints[name] = kind
    return hints


def get_origin(tp):
    """`list` of `List[int]`."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_Base, _types.GenericAlias)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return _types.UnionType if isinstance(tp, _types.UnionType) else None


def get_args(tp):
    """`(int,)` of `List[int]`."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, _CallableAlias):
        *parameters, result = tp.__args__
        if len(parameters) == 1 and (parameters[0] is ... or isinstance(parameters[0], ParamSpec)):
            return (parameters[0], result)
        return (parameters, result)
    if isinstance(tp, (_Alias, _types.GenericAlias, _types.UnionType)):
        return tp.__args__
    return ()


def is_typeddict(tp):
    """Whether a class is a `TypedDict`."""
    return isinstance(tp, _TypedDictMeta)


def get_overloads(func):
    return []
