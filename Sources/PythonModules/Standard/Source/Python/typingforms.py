# `Union`, `Optional` and the other special forms; names for built-in types.


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
