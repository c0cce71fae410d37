# `NamedTuple`, `TypedDict`, `NewType`.


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
