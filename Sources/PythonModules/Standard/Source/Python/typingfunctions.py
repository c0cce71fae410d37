# Functions: casts, decorators, and questions about types.


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
