# `Flag`, `IntFlag`, and the checks of whole enumerations.


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
        if names and value & ~mask:
            names.append(str(value & ~mask))
        made._name_ = "|".join(names) or None
        return cls._value2member_map_.setdefault(value, made)

    @classmethod
    def _parts(cls, value):
        """The members of one bit that a value is made of, from the lowest bit on, or as they were
        defined where that is another order."""
        members = cls._bits_of(value & cls._flag_mask_)
        values = [cls._member_map_[name]._value_ for name in cls._member_names_]
        if values != sorted(values):
            members = sorted(members, key=lambda member: member._sort_order_)
        return iter(members)

    @classmethod
    def _bits_of(cls, value):
        found = []
        while value:
            bit = value & -value
            if bit in cls._value2member_map_:
                found.append(cls._value2member_map_[bit])
            value ^= bit
        return found

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
