"""Classes that are little more than their fields."""

import copy as _copy
import types as _types

__all__ = ["FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "Field", "asdict", "astuple",
           "dataclass", "field", "fields", "is_dataclass", "make_dataclass", "replace"]


class FrozenInstanceError(AttributeError):
    """A field of a frozen instance was to change."""


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class KW_ONLY:
    """An annotation: the fields behind it are given by keyword."""


class InitVar:
    """An annotation: an argument of `__init__` that is no field."""

    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)


_FIELDS = "__dataclass_fields__"


class Field:
    """What a class knows about a field."""

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _types.MappingProxyType(metadata or {})
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        names = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare",
                 "metadata", "kw_only", "_field_type")
        return f"Field({','.join(f'{name}={getattr(self, name)!r}' for name in names)})"


class _FieldKind:
    """Whether a field is one of instances, of the class, or of `__init__` only."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD, _CLASS, _INIT = map(_FieldKind, ("_FIELD", "_FIELD_CLASSVAR", "_FIELD_INITVAR"))


class _DataclassParams:
    """The options that a class was made with."""

    def __init__(self, **options):
        self.__dict__.update(options)

    def __repr__(self):
        options = ",".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"_DataclassParams({options})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    """Says more about a field than its default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_class_var(annotation):
    if isinstance(annotation, str):
        return annotation.startswith(("ClassVar", "typing.ClassVar"))
    return getattr(annotation, "__origin__", annotation).__class__.__name__ == "_ClassVar" \
        or repr(annotation).startswith("typing.ClassVar")


def _is_init_var(annotation):
    return isinstance(annotation, InitVar) or annotation is InitVar \
        or isinstance(annotation, str) and annotation.startswith(("InitVar", "dataclasses.InitVar"))


def _own_fields(cls, kw_only):
    result = []
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if annotation is KW_ONLY or annotation in ("KW_ONLY", "dataclasses.KW_ONLY"):
            kw_only = True
            continue
        default = getattr(cls, name, MISSING)
        if isinstance(default, (_types.DynamicClassAttribute,)) or _is_member(default):
            default = MISSING
        made = default if isinstance(default, Field) else field(default=default)
        made.name, made.type = name, annotation
        made._field_type = _CLASS if _is_class_var(annotation) \
            else _INIT if _is_init_var(annotation) else _FIELD
        if made.kw_only is MISSING:
            made.kw_only = kw_only
        if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
            raise ValueError(
                f"mutable default {made.default.__class__} for field {name} is not allowed: "
                "use default_factory")
        result.append(made)
    return result


def _is_member(value):
    return type(value).__name__ == "member_descriptor"
