"""Names for constant values."""

import types as _types

__all__ = ["Enum", "EnumMeta", "EnumType", "Flag", "FlagBoundary", "IntEnum", "IntFlag", "ReprEnum",
           "StrEnum", "STRICT", "CONFORM", "EJECT", "KEEP", "CONTINUOUS", "UNIQUE", "EnumCheck",
           "auto", "member", "nonmember", "property", "unique", "verify"]

_property = property
_PRINTED = ("__repr__", "__str__", "__format__")
Enum = Flag = ReprEnum = STRICT = CONFORM = EJECT = KEEP = None


class auto:
    """A value that the enumeration chooses."""

    def __init__(self, value=None):
        self.value = value


class member:
    """Marks what would be a method as a member."""

    def __init__(self, value):
        self.value = value


class nonmember:
    """Marks what would be a member as a plain attribute."""

    def __init__(self, value):
        self.value = value


class property:
    """A property of members: a member may have its name."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or fget.__doc__
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def setter(self, fset):
        return property(self.fget, fset, self.fdel)

    def deleter(self, fdel):
        return property(self.fget, self.fset, fdel)

    def __set_name__(self, owner, name):
        self.name = name
        self.owner = owner

    def __get__(self, instance, owner=None):
        if instance is not None:
            return self.fget(instance)
        found = owner._member_map_.get(self.name)
        if found is None:
            raise AttributeError(f"{owner!r} has no attribute {self.name!r}")
        return found

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"{self.owner!r} cannot set attribute {self.name!r}")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"{self.owner!r} cannot delete attribute {self.name!r}")
        self.fdel(instance)


def _is_descriptor(value):
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__"


_SUNDERS = ("_order_", "_create_pseudo_member_", "_generate_next_value_", "_member_type_",
            "_missing_", "_ignore_", "_name_", "_value_")


class _EnumDict(dict):
    """The namespace of an enumeration's body: it notes which names are members."""

    def __init__(self, name):
        super().__init__()
        self._name = name
        self._members = {}
        self._generate = None
        self._ignore = ()

    def __setitem__(self, key, value):
        if key == "_generate_next_value_":
            self._generate = getattr(value, "__func__", value)
        elif key == "_ignore_":
            self._ignore = value.replace(",", " ").split() if isinstance(value, str) else value
        elif isinstance(value, nonmember):
            value = value.value
        elif (len(key) > 2 and key[0] == key[-1] == "_" and key[1] != "_" and key[-2] != "_"
              and key not in _SUNDERS):
            raise ValueError(
                f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        elif key in self._members:
            raise TypeError(f"{key!r} already defined as {self._members[key]!r}")
        elif not self._is_plain(key, value):
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            value = self._chosen(key, value.value if isinstance(value, member) else value)
            self._members[key] = value
        super().__setitem__(key, value)

    def _is_plain(self, key, value):
        if isinstance(value, member):
            return False
        return (_is_dunder(key) or (key.startswith("_") and key.endswith("_") and len(key) > 2)
                or key.startswith(f"_{self._name}__") or key in self._ignore
                or _is_descriptor(value))

    def _chosen(self, key, value):
        if isinstance(value, auto):
            if value.value is None:
                value.value = self._generate(
                    key, 1, len(self._members), list(self._members.values()))
            return value.value
        if isinstance(value, tuple) and any(isinstance(item, auto) for item in value):
            return tuple(self._chosen(key, item) for item in value)
        return value
