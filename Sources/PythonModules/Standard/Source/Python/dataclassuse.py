# Functions about data classes and their instances.


def fields(class_or_instance):
    """The fields of a class or an instance."""
    known = getattr(class_or_instance, _FIELDS, None)
    if known is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple(made for made in known.values() if made._field_type is _FIELD)


def is_dataclass(obj):
    """Whether something is a data class or an instance of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """The fields as a dictionary, and so on inwards."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _converted(obj, lambda pairs: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    """The fields as a tuple, and so on inwards."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _converted(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _converted(obj, join):
    if _is_instance(obj):
        return join([(made.name, _converted(getattr(obj, made.name), join))
                     for made in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_converted(item, join) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_converted(item, join) for item in obj)
    if isinstance(obj, dict):
        return type(obj)((_converted(key, join), _converted(value, join))
                         for key, value in obj.items())
    return _copy.deepcopy(obj)


def replace(obj, /, **changes):
    """A copy with other values in some fields."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for made in getattr(obj, _FIELDS).values():
        if made._field_type is _CLASS:
            continue
        if not made.init:
            if made.name in changes:
                raise ValueError(
                    f"field {made.name} is declared with init=False, it cannot be specified with "
                    "replace()")
            continue
        if made.name not in changes:
            if made._field_type is _INIT and made.default is MISSING:
                raise ValueError(f"InitVar {made.name!r} must be specified with replace()")
            changes[made.name] = getattr(obj, made.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    """Makes a data class from names and types."""
    body = dict(namespace or {})
    annotations = {}
    for item in fields:
        name, kind, *default = (item, "typing.Any") if isinstance(item, str) else item
        annotations[name] = kind
        if default:
            body[name] = default[0]
    body["__annotations__"] = annotations
    body.setdefault("__module__", "types")
    return dataclass(type(cls_name, tuple(bases), body), **options)
