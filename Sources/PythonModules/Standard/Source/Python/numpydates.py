"""Dates and spans of time as NumPy counts them: whole numbers of a unit."""
import datetime
import operator

import numpy as np

_UNITS = ("Y", "M", "W", "D", "h", "m", "s", "ms", "us", "ns")
_WORDS = {"Y": "years", "M": "months", "W": "weeks", "D": "days", "h": "hours", "m": "minutes",
          "s": "seconds", "ms": "milliseconds", "us": "microseconds", "ns": "nanoseconds",
          "generic": "generic time units"}
# Nanoseconds in each unit that has always as many.
_LENGTH = {"W": 604800 * 10 ** 9, "D": 86400 * 10 ** 9, "h": 3600 * 10 ** 9, "m": 60 * 10 ** 9,
           "s": 10 ** 9, "ms": 10 ** 6, "us": 10 ** 3, "ns": 1}
_NONE = -(1 << 63)


def _days(year, month, day):
    """The days from 1970-01-01, in the calendar that is older than itself."""
    year -= month <= 2
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def _date(days):
    days += 719468
    era = days // 146097
    of_era = days - era * 146097
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    month += 3 if month < 10 else -9
    return year + era * 400 + (month <= 2), month, day


def _finer(a, b):
    if "generic" in (a, b):
        return b if a == "generic" else a
    return max(a, b, key=_UNITS.index)


def _moved(value, unit, other, is_date):
    """A number of one unit in another."""
    if value == _NONE or unit == other or unit == "generic":
        return value
    if unit in "YM" or other in "YM":
        if unit in "YM" and other in "YM":
            return value * 12 if unit == "Y" else value // 12
        if not is_date:
            raise TypeError("Cannot cast NumPy timedelta64 scalar from metadata [%s] to [%s] "
                            "according to the rule 'same_kind'" % (unit, other))
        if unit in "YM":
            months = value * 12 if unit == "Y" else value
            days = _days(1970 + months // 12, months % 12 + 1, 1)
            return _moved(days, "D", other, True)
        year, month, _ = _date(_moved(value, unit, "D", True))
        return year - 1970 if other == "Y" else (year - 1970) * 12 + month - 1
    total = value * _LENGTH[unit]
    # Weeks begin on Thursdays, as 1970 did.
    return total // _LENGTH[other] if is_date or total >= 0 else -(-total // _LENGTH[other])


def _text(value, unit):
    if value == _NONE:
        return "NaT"
    if unit in "YM":
        year, month = (1970 + value, 1) if unit == "Y" else (1970 + value // 12, value % 12 + 1)
        return "%04d" % year if unit == "Y" else "%04d-%02d" % (year, month)
    total = value * _LENGTH[unit]
    days, rest = divmod(total, _LENGTH["D"])
    text = "%04d-%02d-%02d" % _date(days)
    if unit in "WD":
        return text
    hours, rest = divmod(rest, _LENGTH["h"])
    text += "T%02d" % hours
    if unit == "h":
        return text
    minutes, rest = divmod(rest, _LENGTH["m"])
    text += ":%02d" % minutes
    if unit == "m":
        return text
    seconds, rest = divmod(rest, _LENGTH["s"])
    text += ":%02d" % seconds
    if unit == "s":
        return text
    digits = {"ms": 3, "us": 6, "ns": 9}[unit]
    return text + "." + ("%09d" % rest)[:digits]


def _parsed(text, wanted=None):
    """The number and the unit of a written date."""
    text = text.strip()
    if text in ("NaT", "nat", ""):
        return _NONE, wanted or "generic"
    if text in ("now", "today"):
        now = datetime.datetime.utcnow()
        text = now.strftime("%Y-%m-%d" if text == "today" else "%Y-%m-%dT%H:%M:%S")
    failure = ValueError('Error parsing datetime string "%s" at position 0' % text)
    day, _, clock = text.replace(" ", "T").partition("T")
    try:
        parts = [int(part) for part in day.split("-")]
    except ValueError:
        raise failure from None
    unit = ("Y", "M", "D")[len(parts) - 1]
    parts += [1] * (3 - len(parts))
    if not (1 <= parts[1] <= 12):
        raise ValueError('Month out of range in datetime string "%s"' % text)
    if not (1 <= parts[2] <= 31 and _date(_days(*parts))[2] == parts[2]):
        raise ValueError('Day out of range in datetime string "%s"' % text)
    total = _days(*parts) * _LENGTH["D"]
    if clock:
        head, _, rest = clock.rstrip("Z").partition(".")
        try:
            numbers = [int(part) for part in head.split(":")]
        except ValueError:
            raise failure from None
        unit = ("h", "m", "s")[len(numbers) - 1]
        for number, length in zip(numbers, ("h", "m", "s")):
            total += number * _LENGTH[length]
        if rest:
            unit = "ms" if len(rest) <= 3 else "us" if len(rest) <= 6 else "ns"
            total += int((rest + "0" * 9)[:9])
    unit = wanted or unit
    if unit in "YM":
        return _moved(total // _LENGTH["D"], "D", unit, True), unit
    return total // _LENGTH[unit], unit


def _unit_of(text):
    """`M8[D]` as whether it is a date, and its unit."""
    for prefix, letter in (("datetime64", "M"), ("timedelta64", "m"), ("M8", "M"), ("m8", "m")):
        if text.lstrip("<=").startswith(prefix):
            rest = text.lstrip("<=")[len(prefix):].strip("[]")
            return letter, rest or "generic"
    return None


class _TimeType:
    """The type of the elements."""

    itemsize, alignment, byteorder, names, shape, hasobject, ndim = 8, 8, "=", None, (), False, 0

    def __init__(self, kind, unit):
        self.kind = self.char = kind
        self.num = 21 if kind == "M" else 22
        self._unit = unit
        mark = "" if unit == "generic" else "[%s]" % unit
        self.str = "<%s8%s" % (kind, mark)
        self.name = ("datetime64" if kind == "M" else "timedelta64") + mark

    @property
    def type(self):
        return datetime64 if self.kind == "M" else timedelta64

    def __repr__(self):
        return "dtype('%s')" % self.str

    def __str__(self):
        return self.name

    def __eq__(self, other):
        if not isinstance(other, _TimeType):
            found = _unit_of(other) if isinstance(other, str) else None
            return found == (self.kind, self._unit)
        return (self.kind, self._unit) == (other.kind, other._unit)

    def __hash__(self):
        return hash(self.str)


def dtype(spec):
    if isinstance(spec, _TimeType):
        return spec
    if isinstance(spec, type) and issubclass(spec, _Time):
        return _TimeType(spec._kind, "generic")
    return _TimeType(*_unit_of(spec))


class _Time(np.generic):
    """A date or a span."""

    def __new__(cls, value=None, unit=None):
        made = object.__new__(cls)
        made._value, made._unit = cls._read(value, unit)
        return made

    def __init__(self, value=None, unit=None):
        pass

    @property
    def dtype(self):
        return _TimeType(self._kind, self._unit)

    shape, ndim, size, itemsize = (), 0, 1, 8

    def __hash__(self):
        return hash((self._kind, self._value))

    def __int__(self):
        return self._value

    def astype(self, spec):
        return _array([self._value], (), self._kind, self._unit).astype(spec)[()]

    def __repr__(self):
        if self._kind == "M":
            return "numpy.datetime64('%s')" % self
        number = "'NaT'" if self._value == _NONE else self._value
        unit = "" if self._unit == "generic" else ",'%s'" % self._unit
        return "numpy.timedelta64(%s%s)" % (number, unit)

    def __format__(self, spec):
        return format(str(self), spec)


class datetime64(_Time):
    """A date."""

    _kind = "M"

    @staticmethod
    def _read(value, unit):
        if value is None:
            return _NONE, unit or "generic"
        if isinstance(value, _Time):
            return _moved(value._value, value._unit, unit or value._unit, True), unit or value._unit
        if isinstance(value, datetime.datetime):
            return _parsed(value.strftime("%Y-%m-%dT%H:%M:%S.%f"), unit)
        if isinstance(value, datetime.date):
            return _parsed(value.isoformat(), unit)
        if isinstance(value, str):
            return _parsed(value, unit)
        if unit is None:
            raise ValueError("Converting an integer to a NumPy datetime requires a specified unit")
        return int(value), unit

    def __str__(self):
        return _text(self._value, self._unit)

    def item(self):
        if self._value == _NONE:
            return None
        year, month, day = _date(_moved(self._value, self._unit, "D", True))
        if _UNITS.index(self._unit) <= 3:
            return datetime.date(year, month, day)
        micro = _moved(self._value, self._unit, "us", True)
        return datetime.datetime(1970, 1, 1) + datetime.timedelta(microseconds=micro)

    tolist = item


class timedelta64(_Time):
    """A span of time."""

    _kind = "m"

    @staticmethod
    def _read(value, unit):
        if isinstance(value, _Time):
            return _moved(value._value, value._unit, unit or value._unit, False), unit or value._unit
        if isinstance(value, datetime.timedelta):
            micro = (value.days * 86400 + value.seconds) * 10 ** 6 + value.microseconds
            return _moved(micro, "us", unit or "us", False), unit or "us"
        if value is None or value == "NaT":
            return (0 if value is None else _NONE), unit or "generic"
        return int(value), unit or "generic"

    def __str__(self):
        return "NaT" if self._value == _NONE else "%d %s" % (self._value, _WORDS[self._unit])

    def item(self):
        if self._value == _NONE:
            return None
        if self._unit in ("Y", "M", "ns", "generic"):
            return self._value
        return datetime.timedelta(microseconds=_moved(self._value, self._unit, "us", False))

    tolist = item


datetime64.__module__ = timedelta64.__module__ = "numpy"
_TimeType.__name__ = _TimeType.__qualname__ = "dtype[datetime64]"
_TimeType.__module__ = "numpy"


class ndarray(np.ndarray):
    """Dates or spans as an array of whole numbers."""

    __hash__ = dtype = None

    def _view(self, numbers):
        return _over(numbers, self.dtype)

    @property
    def shape(self):
        return self._at.shape

    @property
    def size(self):
        return self._at.size

    @property
    def ndim(self):
        return self._at.ndim

    @property
    def nbytes(self):
        return 8 * self._at.size

    itemsize = 8

    @property
    def T(self):
        return self._view(self._at.T)

    def _scalar(self, number):
        return self.dtype.type(int(number), self.dtype._unit)

    def __getitem__(self, key):
        found = self._at[key]
        return self._view(found) if isinstance(found, np.ndarray) and found.ndim else (
            self._scalar(found))

    def __setitem__(self, key, value):
        self._at[key] = _numbers(value, self.dtype)

    def __len__(self):
        return len(self._at)

    def __iter__(self):
        return iter([self[place] for place in range(len(self._at))])

    def __repr__(self):
        return self._written("array(", ", ", True)

    def __str__(self):
        return self._written("", " ", False)

    def _written(self, prefix, separator, is_repr):
        unit = self.dtype._unit
        if self.dtype.kind == "M":
            texts = ["'%s'" % _text(number, unit) for number in self._at.ravel().tolist()]
        else:
            texts = ["'NaT'" if number == _NONE else str(number)
                     for number in self._at.ravel().tolist()]
            width = max(map(len, texts), default=0)
            texts = [text.rjust(width) for text in texts]
        order = np.arange(self.size).reshape(self.shape)
        kind = "dtype='%s')" % (self.dtype.name if self.dtype.kind == "M" else self.dtype.name)
        if not self.size:
            return "array([], %s" % kind if is_repr else "[]"
        body = np.array2string(order, separator=separator, prefix=prefix,
                               suffix="," if is_repr else "",
                               formatter={"int": lambda place: texts[int(place)]})
        if not is_repr:
            return body
        text = "array(" + body + ","
        last = len(text) - (text.rfind("\n") + 1)
        gap = "\n" + " " * 6 if last + len(kind) + 1 > np.get_printoptions()["linewidth"] else " "
        return text + gap + kind

    def tolist(self):
        if self._at.ndim == 0:
            return self[()].item()
        return [part.tolist() for part in self]

    def item(self, *places):
        return self.ravel()[places[0] if places else 0].item()

    def copy(self, order="C"):
        return self._view(self._at.copy())

    def astype(self, spec, order="K", casting="unsafe", subok=True, copy=True):
        found = _unit_of(spec) if isinstance(spec, str) else None
        if isinstance(spec, _TimeType):
            found = spec.kind, spec._unit
        if found is not None:
            unit = self.dtype._unit if found[1] == "generic" else found[1]
            flat = [_moved(number, self.dtype._unit, unit, self.dtype.kind == "M")
                    for number in self._at.ravel().tolist()]
            return _array(flat, self.shape, found[0], unit)
        if spec is str or spec == "str" or spec == "U":
            return np.array([str(part) for part in self.ravel()]).reshape(self.shape)
        if spec is object or spec == "O":
            return np.array([part.item() for part in self.ravel()], dtype=object).reshape(self.shape)
        return self._at.astype(spec)
