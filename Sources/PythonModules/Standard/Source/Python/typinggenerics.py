# `Generic`, `Protocol` and the protocols of the module.


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
