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


class EnumType(type):
    """The class of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        namespace = _EnumDict(cls)
        for base in bases:
            if isinstance(base, EnumType) and base._member_map_:
                raise TypeError(f"<enum {cls!r}> cannot extend {base!r}")
        if bases and Enum is not None:
            namespace._generate = bases[-1]._generate_next_value_
        return namespace

    def __new__(metacls, name, bases, namespace, *, boundary=None, **kwds):
        members = namespace._members if isinstance(namespace, _EnumDict) else {}
        left_out = {*members, "_ignore_", *getattr(namespace, "_ignore", ())}
        body = {key: value for key, value in namespace.items() if key not in left_out}
        if isinstance(body.get("_generate_next_value_"), _types.FunctionType):
            body["_generate_next_value_"] = staticmethod(body["_generate_next_value_"])
        make = body.pop("__new__", None)
        if make is not None:
            body["_make_member_"] = staticmethod(getattr(make, "__func__", make))
        body.update(_member_map_={}, _member_names_=[], _value2member_map_={}, _flag_mask_=0,
                    _singles_mask_=0, _member_type_=_data_type(bases))
        cls = super().__new__(metacls, name, bases, body, **kwds)
        cls._boundary_ = boundary or getattr(cls, "_boundary_", None)
        if Enum is not None:
            metacls._choose_texts(cls, bases, body)
        for key, value in members.items():
            metacls._add(cls, key, value)
        return cls

    def _choose_texts(cls, bases, body):
        """Members print as enumerations do, not as their data does."""
        data = cls._member_type_
        if ReprEnum is not None and ReprEnum in bases:
            text = data.__repr__ if data.__str__ is object.__str__ else data.__str__
            for name, method in (("__format__", data.__format__), ("__str__", text)):
                if name not in body:
                    body[name] = method
                    setattr(cls, name, method)
        for name in _PRINTED:
            if name not in body and getattr(cls, name) in (
                    getattr(data, name), getattr(object, name)):
                setattr(cls, name, getattr(bases[-1], name))

    def _add(cls, name, value):
        data = cls._member_type_
        arguments = value if isinstance(value, tuple) and data is not tuple else (value,)
        make = getattr(cls, "_make_member_", None)
        if make is not None:
            made = make(cls, *arguments)
        elif data is object:
            made = object.__new__(cls)
        else:
            made = data.__new__(cls, *arguments)
        if not hasattr(made, "_value_"):
            made._value_ = value if data is object else data(*arguments)
        known = cls._known(made._value_)
        if known is None:
            made._name_ = name
            made.__objclass__ = cls
            made._sort_order_ = len(cls._member_names_)
            made.__init__(*arguments)
            known = cls._known(made._value_)
        if known is None:
            known = made
            cls._count(made)
        cls._member_map_[name] = known
        if name not in ("name", "value"):
            type.__setattr__(cls, name, known)

    def _count(cls, made):
        """Adds a new member to what its class knows of all members."""
        value = made._value_
        if Flag is not None and issubclass(cls, Flag) and isinstance(value, int):
            cls._flag_mask_ |= value
            if value <= 0 or value & (value - 1):
                cls._value2member_map_[value] = made
                return
            cls._singles_mask_ |= value
        cls._member_names_.append(made._name_)
        try:
            cls._value2member_map_[value] = made
        except TypeError:
            pass

    def _known(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for made in cls._member_map_.values():
                if made._value_ == value:
                    return made
        return None

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        if names is not None:
            return cls._create(value, names, module, type, start, boundary)
        if isinstance(value, cls):
            return value
        known = cls._known(value)
        if known is not None:
            return known
        if not cls._member_map_ and cls._value2member_map_ == {} and cls._flag_mask_ == 0:
            raise TypeError(f"{cls!r} has no members defined")
        made = cls._missing_(value)
        if made is None:
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if isinstance(made, cls) or cls._boundary_ is EJECT and isinstance(made, int):
            return made
        raise TypeError(
            f"error in {cls.__name__}._missing_: returned {made!r} instead of None or a valid "
            "member")

    def _create(cls, name, names, module, kind, start, boundary):
        bases = (cls,) if kind is None else (kind, cls)
        namespace = EnumType.__prepare__(name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, dict):
            names = list(names.items())
        chosen = []
        for index, item in enumerate(names):
            if isinstance(item, str):
                value = namespace._generate(item, start, index, chosen[:])
                chosen.append(value)
                item = (item, value)
            namespace[item[0]] = item[1]
        namespace["__module__"] = module or "__main__"
        return EnumType.__new__(type(cls), name, bases, namespace, boundary=boundary)

    def __contains__(cls, item):
        if not isinstance(item, Enum):
            raise TypeError(
                f"unsupported operand type(s) for 'in': '{type(item).__qualname__}' and "
                f"'{cls.__class__.__qualname__}'")
        return isinstance(item, cls) and item._name_ in cls._member_map_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __getattr__(cls, name):
        raise AttributeError(name) from None

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __dir__(cls):
        return sorted(["__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__",
                       "__iter__", "__len__", "__members__", "__module__", "__name__",
                       "__qualname__", *cls._member_names_])

    def __repr__(cls):
        kind = "flag" if Flag is not None and issubclass(cls, Flag) else "enum"
        return f"<{kind} {cls.__name__!r}>"

    @_property
    def __members__(cls):
        return _types.MappingProxyType(cls._member_map_)


EnumMeta = EnumType


def _data_type(bases):
    for base in bases:
        for ancestor in base.__mro__:
            if ancestor is object:
                continue
            if isinstance(ancestor, EnumType):
                if ancestor._member_type_ is not object:
                    return ancestor._member_type_
            elif "__new__" in ancestor.__dict__ or ancestor.__module__ == "builtins":
                return ancestor
    return object


class Enum(metaclass=EnumType):
    """An enumeration: each name in the body is a member."""

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        try:
            return sorted(last_values)[-1] + 1 if last_values else start
        except TypeError:
            for value in reversed(last_values):
                try:
                    return value + 1
                except TypeError:
                    pass
            return start

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __dir__(self):
        own = [name for cls in self.__class__.__mro__ for name in cls.__dict__
               if name[0] != "_" and name not in self._member_map_]
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__", *own})

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    """An enumeration whose members print as their values."""


class IntEnum(int, ReprEnum):
    """An enumeration whose members are integers."""


class StrEnum(str, ReprEnum):
    """An enumeration whose members are texts."""

    def __new__(cls, *values):
        for value in values[:1]:
            if not isinstance(value, str):
                raise TypeError(f"{value!r} is not a string")
        made = str.__new__(cls, *values)
        made._value_ = str(*values)
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What becomes of bits that no flag has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """An enumeration whose members can be joined with `|`."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return 1 if start is None else start
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except AttributeError:
            raise TypeError(f"invalid flag value {last!r}") from None

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask = cls._flag_mask_
        every = (1 << mask.bit_length()) - 1
        if not ~every <= value <= every or value & (every ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n"
                    f"    given {_bits(value, width)}\n  allowed {_bits(mask, width)}")
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value += max(every + 1, 2 ** value.bit_length())
        if value < 0:
            value += every + 1
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        data = cls._member_type_
        made = object.__new__(cls) if data is object else data.__new__(cls, value)
        made._value_ = value
        names = [known._name_ for known in cls._parts(value)]
        if value & ~mask:
            names.append(str(value & ~mask))
        made._name_ = "|".join(names) or None
        return cls._value2member_map_.setdefault(value, made)

    @classmethod
    def _parts(cls, value):
        """The members of one bit that a value is made of, from the lowest bit on."""
        value &= cls._flag_mask_
        while value:
            bit = value & -value
            if bit in cls._value2member_map_:
                yield cls._value2member_map_[bit]
            value ^= bit

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                f"{self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return self._parts(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        if self._name_ is None:
            return f"<{self.__class__.__name__}: {self._value_!r}>"
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_!r})"
        return f"{self.__class__.__name__}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _number(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        number = self._number(other)
        return NotImplemented if number is None else self.__class__(self._value_ | number)

    def __and__(self, other):
        number = self._number(other)
        return NotImplemented if number is None else self.__class__(self._value_ & number)

    def __xor__(self, other):
        number = self._number(other)
        return NotImplemented if number is None else self.__class__(self._value_ ^ number)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__
    __hash__ = Enum.__hash__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """A `Flag` whose members are integers."""

    __contains__ = Flag.__contains__
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__


def _bits(value, width):
    sign = "0b0 " if value >= 0 else "0b1 "
    return sign + format(value if value >= 0 else value + (1 << width), f"0{width}b")


def unique(enumeration):
    """A decorator: no two members may have the same value."""
    doubles = [(name, known._name_) for name, known in enumeration.__members__.items()
               if name != known._name_]
    if doubles:
        text = ", ".join(f"{alias} -> {name}" for alias, name in doubles)
        raise ValueError(f"duplicate values found in {enumeration!r}: {text}")
    return enumeration


class EnumCheck(StrEnum):
    """What `verify` checks."""

    CONTINUOUS = "no skipped integer values"
    UNIQUE = "one name per value"


CONTINUOUS, UNIQUE = EnumCheck


class verify:
    """A decorator: the enumeration keeps some rules."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        if UNIQUE in self.checks:
            doubles = [f"{name} -> {known._name_}"
                       for name, known in enumeration.__members__.items() if name != known._name_]
            if doubles:
                raise ValueError(f"aliases found in {enumeration!r}: {', '.join(doubles)}")
        if CONTINUOUS in self.checks:
            values = {known._value_ for known in enumeration}
            missing = [str(value) for value in range(min(values), max(values))
                       if value not in values]
            if missing:
                kind = "flag" if issubclass(enumeration, Flag) else "enum"
                raise ValueError(f"invalid {kind} {enumeration.__name__!r}: "
                                 f"missing values {', '.join(missing)}")
        return enumeration
