"""Dates and times."""

import time as _time
from _native import name_in_messages as _name_in_messages

MINYEAR = 1
MAXYEAR = 9999

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MONTH_NAMES = ["January", "February", "March", "April", "May", "June", "July", "August",
                "September", "October", "November", "December"]
_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_DAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    if month == 2:
        return 29 if _is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _days_before_year(year):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400


def _days_before_month(year, month):
    return sum(_days_in_month(year, earlier) for earlier in range(1, month))


def _ordinal(year, month, day):
    return _days_before_year(year) + _days_before_month(year, month) + day


def _from_ordinal(number):
    year = (number * 400) // 146097 + 1
    while _days_before_year(year) >= number:
        year -= 1
    while _days_before_year(year + 1) < number:
        year += 1
    rest = number - _days_before_year(year)
    month = 1
    while rest > _days_in_month(year, month):
        rest -= _days_in_month(year, month)
        month += 1
    return year, month, rest


def _integer(value):
    if not hasattr(value, "__index__"):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return value.__index__()


def _shown(value, name):
    cls = type(value)
    return f"datetime.{name}" if cls.__module__ == "datetime" else cls.__name__


def _check_date(year, month, day):
    for position, (name, value) in enumerate(zip(("year", "month", "day"), (year, month, day))):
        if value is None:
            raise TypeError(
                f"function missing required argument '{name}' (pos {position + 1})")
    year, month, day = _integer(year), _integer(month), _integer(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond):
    for name, value, limit in (("hour", hour, 23), ("minute", minute, 59), ("second", second, 59),
                               ("microsecond", microsecond, 999999)):
        if not 0 <= _integer(value) <= limit:
            raise ValueError(f"{name} must be in 0..{limit}")


def _plural(count):
    return "" if abs(count) == 1 else "s"


class timedelta:
    """The time between two times."""

    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0,
                 weeks=0):
        total = 0
        fraction = 0.0
        for name, value, unit in (
                ("microseconds", microseconds, 1), ("milliseconds", milliseconds, 1000),
                ("seconds", seconds, 1000000), ("minutes", minutes, 60000000),
                ("hours", hours, 3600000000), ("days", days, 86400000000),
                ("weeks", weeks, 604800000000)):
            if not isinstance(value, (int, float)):
                raise TypeError(f"unsupported type for timedelta {name} component: "
                                f"{type(value).__name__}")
            if isinstance(value, float):
                numerator, denominator = value.as_integer_ratio()
                whole, rest = divmod(numerator * unit, denominator)
                total += whole
                fraction += rest / denominator
            else:
                total += value * unit
        self._set(total + round(fraction))

    def _set(self, microseconds):
        seconds, self._microseconds = divmod(microseconds, 1000000)
        self._days, self._seconds = divmod(seconds, 86400)
        if abs(self._days) >= 1 << 31:
            raise OverflowError("Python int too large to convert to C int")
        if abs(self._days) > 999999999:
            raise OverflowError(f"days={self._days}; must have magnitude <= 999999999")

    @classmethod
    def _of(cls, microseconds):
        made = object.__new__(timedelta)
        made._set(microseconds)
        return made

    @property
    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._microseconds)

    def total_seconds(self):
        """All of it in seconds."""
        return self._total / 10 ** 6

    def __repr__(self):
        parts = [f"{name}={value}" for name, value in (
            ("days", self._days), ("seconds", self._seconds),
            ("microseconds", self._microseconds)) if value]
        return f"{_shown(self, 'timedelta')}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{_plural(self._days)}, {text}"
        if self._microseconds:
            text += f".{self._microseconds:06d}"
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total + other._total)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total - other._total)
        return NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total)

    def __pos__(self):
        return self

    def __abs__(self):
        return timedelta._of(abs(self._total))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total * other)
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._of(_divide(self._total * numerator, denominator))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total // other._total
        if isinstance(other, int):
            return timedelta._of(self._total // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total / other._total
        if isinstance(other, int):
            return timedelta._of(_divide(self._total, other))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._of(_divide(self._total * denominator, numerator))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total % other._total)
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            whole, rest = divmod(self._total, other._total)
            return whole, timedelta._of(rest)
        return NotImplemented

    def __eq__(self, other):
        return self._total == other._total if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total < other._total if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total <= other._total if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total > other._total if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total >= other._total if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total != 0


def _divide(a, b):
    """The quotient of integers, halves to even."""
    if b == 0:
        raise ZeroDivisionError("integer division or modulo by zero")
    whole, rest = divmod(a, b)
    twice = rest * 2
    if (twice > b if b > 0 else twice < b) or (twice == b and whole % 2 == 1):
        whole += 1
    return whole


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    """What knows how far a place's time is from UTC."""

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def fromutc(self, dt):
        return dt + self.utcoffset(dt)


class timezone(tzinfo):
    """A fixed distance from UTC."""

    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(
                "timezone() argument 1 must be datetime.timedelta, "
                f"not {type(offset).__name__}")
        if not timedelta(-1) < offset < timedelta(1):
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and "
                f"timedelta(hours=24), not {offset!r}.")
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return f"UTC{_offset_text(self._offset)}" if self._offset else "UTC"

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"datetime.timezone({self._offset!r})"
        return f"datetime.timezone({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)


timezone.utc = timezone(timedelta(0))
UTC = timezone.utc


def _offset_text(offset, separator=":"):
    if offset is None:
        return ""
    sign = "-" if offset < timedelta(0) else "+"
    offset = abs(offset)
    hours, rest = divmod(offset._days * 86400 + offset._seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    text = f"{sign}{hours:02d}{separator}{minutes:02d}"
    return f"{text}{separator}{seconds:02d}" if seconds else text


class date:
    """A day."""

    def __new__(cls, year=None, month=None, day=None):
        year, month, day = _check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, t):
        return cls(*_time.localtime(t)[:3])

    @classmethod
    def fromordinal(cls, n):
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string):
        try:
            return cls(*_parse_date(date_string))
        except _NotISO:
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"Year is out of range: {year}")
        first = _ordinal(year, 1, 4)
        monday = first - (first + 6) % 7
        next_first = _ordinal(year + 1, 1, 4)
        weeks = (next_first - (next_first + 6) % 7 - monday) // 7
        if not 1 <= week <= weeks:
            raise ValueError(f"Invalid week: {week}")
        if not 1 <= day <= 7:
            raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
        return cls.fromordinal(monday + (week - 1) * 7 + day - 1)

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        day = self.isoweekday()
        thursday = self.toordinal() - day + 4
        year = _from_ordinal(thursday)[0]
        return _IsoCalendarDate(year, (thursday - _ordinal(year, 1, 1)) // 7 + 1, day)

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    __str__ = isoformat

    def __repr__(self):
        return f"{_shown(self, 'date')}({self._year}, {self._month}, {self._day})"

    def timetuple(self):
        return _time.struct_time((
            self._year, self._month, self._day, 0, 0, 0, self.weekday(),
            _days_before_month(self._year, self._month) + self._day, -1))

    def ctime(self):
        return (f"{_DAYS[self.weekday()]} {_MONTHS[self._month - 1]} {self._day:2d} 00:00:00 "
                f"{self._year:04d}")

    def strftime(self, format):
        return _strftime(self, format)

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day)

    def _key(self):
        return (self._year, self._month, self._day)

    def __eq__(self, other):
        if not isinstance(other, date) or isinstance(other, datetime):
            return NotImplemented
        return self._key() == other._key()

    def _compared(self, other, compare):
        if not isinstance(other, date) or isinstance(other, datetime):
            return NotImplemented
        return compare(self._key(), other._key())

    def __lt__(self, other):
        return self._compared(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compared(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compared(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compared(other, lambda a, b: a >= b)

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        number = self.toordinal() + other._days
        if not 1 <= number <= 3652059:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(number)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other._days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented


class _IsoCalendarDate(tuple):
    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return ("datetime.IsoCalendarDate(year=%s, week=%s, weekday=%s)" % tuple(self))


class time:
    """A time of a day."""

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_time(hour, minute, second, microsecond)
        self = object.__new__(cls)
        self._hour, self._minute, self._second = hour, minute, second
        self._microsecond, self._tzinfo = microsecond, tzinfo
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: 0)

    @classmethod
    def fromisoformat(cls, time_string):
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            return cls(*_parse_time(time_string.removeprefix("T")))
        except _NotISO:
            raise ValueError(f"Invalid isoformat string: {time_string!r}") from None

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def isoformat(self, timespec="auto"):
        return _time_text(self, timespec) + _offset_text(self.utcoffset())

    __str__ = isoformat

    def __repr__(self):
        parts = [str(self._hour), str(self._minute)]
        if self._second or self._microsecond:
            parts.append(str(self._second))
        if self._microsecond:
            parts.append(str(self._microsecond))
        if self._tzinfo is not None:
            parts.append(f"tzinfo={self._tzinfo!r}")
        return f"{_shown(self, 'time')}({', '.join(parts)})"

    def strftime(self, format):
        return _strftime(datetime.combine(date(1900, 1, 1), self), format)

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True):
        return type(self)(self._hour if hour is None else hour,
                          self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo)

    def _key(self):
        return (self._hour, self._minute, self._second, self._microsecond)

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash(self._key())


def _time_text(value, timespec):
    if timespec == "auto":
        timespec = "microseconds" if value._microsecond else "seconds"
    text = f"{value._hour:02d}"
    if timespec == "hours":
        return text
    text += f":{value._minute:02d}"
    if timespec == "minutes":
        return text
    text += f":{value._second:02d}"
    if timespec == "seconds":
        return text
    if timespec == "milliseconds":
        return f"{text}.{value._microsecond // 1000:03d}"
    if timespec == "microseconds":
        return f"{text}.{value._microsecond:06d}"
    raise ValueError("Unknown timespec value")


class datetime(date):
    """A time of a certain day."""

    def __new__(cls, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *,
                fold=0):
        year, month, day = _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second = hour, minute, second
        self._microsecond, self._tzinfo = microsecond, tzinfo
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: 0)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time())

    today = now

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        whole = timestamp.__floor__() if isinstance(timestamp, float) else timestamp
        microsecond = round((timestamp - whole) * 1000000)
        if microsecond == 1000000:
            whole, microsecond = whole + 1, 0
        if tz is None:
            return cls(*_time.localtime(whole)[:6], microsecond)
        utc = cls(*_time.gmtime(whole)[:6], microsecond, tz)
        return tz.fromutc(utc)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls.fromtimestamp(timestamp, timezone.utc).replace(tzinfo=None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second,
                   time.microsecond, time.tzinfo if tzinfo is True else tzinfo)

    @classmethod
    def fromordinal(cls, n):
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        end = _date_length(date_string)
        try:
            day = _parse_date(date_string[:end])
            rest = _parse_time(date_string[end + 1:]) if len(date_string) > end else ()
        except _NotISO:
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
        return cls(*day, *rest)

    @classmethod
    def strptime(cls, date_string, format):
        return _strptime(cls, date_string, format)

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def _microseconds(self):
        seconds = (self.toordinal() * 24 + self._hour) * 3600 + self._minute * 60 + self._second
        return seconds * 1000000 + self._microsecond

    def timestamp(self):
        if self._tzinfo is None:
            return _time.mktime(self.timetuple()) + self._microsecond / 1e6
        return (self - datetime(1970, 1, 1, tzinfo=timezone.utc)).total_seconds()

    def astimezone(self, tz=None):
        tz = timezone.utc if tz is None else tz
        offset = self.utcoffset()
        moment = self if offset is None else self - offset
        return tz.fromutc(moment.replace(tzinfo=tz))

    def timetuple(self):
        return _time.struct_time((
            self._year, self._month, self._day, self._hour, self._minute, self._second,
            self.weekday(), _days_before_month(self._year, self._month) + self._day, -1))

    def isoformat(self, sep="T", timespec="auto"):
        day = f"{self._year:04d}-{self._month:02d}-{self._day:02d}"
        return f"{day}{sep}{_time_text(self, timespec)}{_offset_text(self.utcoffset())}"

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        text = ", ".join(map(str, parts))
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return f"{_shown(self, 'datetime')}({text})"

    def ctime(self):
        return (f"{_DAYS[self.weekday()]} {_MONTHS[self._month - 1]} {self._day:2d} "
                f"{_time_text(self, 'seconds')} {self._year:04d}")

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None,
                microsecond=None, tzinfo=True, *, fold=None):
        given = (year, month, day, hour, minute, second, microsecond)
        own = (self._year, self._month, self._day, self._hour, self._minute, self._second,
               self._microsecond)
        values = [mine if new is None else new for new, mine in zip(given, own)]
        return type(self)(*values, self._tzinfo if tzinfo is True else tzinfo)

    def _moment(self):
        offset = self.utcoffset()
        return self._microseconds() - (0 if offset is None else offset._total)

    def _comparable(self, other):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._moment() == other._moment()

    def _compared(self, other, compare):
        if not isinstance(other, datetime):
            if isinstance(other, date):
                raise TypeError("can't compare datetime.datetime to datetime.date")
            return NotImplemented
        self._comparable(other)
        return compare(self._moment(), other._moment())

    def __hash__(self):
        return hash(self._moment())

    @classmethod
    def _of(cls, microseconds, tzinfo):
        seconds, microsecond = divmod(microseconds, 1000000)
        days, seconds = divmod(seconds, 86400)
        if not 1 <= days <= 3652059:
            raise OverflowError("date value out of range")
        minutes, second = divmod(seconds, 60)
        return cls(*_from_ordinal(days), *divmod(minutes, 60), second, microsecond, tzinfo)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._of(self._microseconds() + other._total, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._of(self._moment() - other._moment())


date.min, date.max = date(1, 1, 1), date(9999, 12, 31)
date.resolution = timedelta(days=1)
time.min, time.max = time(0, 0), time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)


for _type in (timedelta, tzinfo, timezone, date, time, datetime):
    _name_in_messages(_type, f"datetime.{_type.__name__}")


class _NotISO(ValueError):
    pass


def _iso(pattern, text):
    import re
    match = re.fullmatch(pattern, text, re.ASCII)
    if match is None:
        raise _NotISO
    return match.groups()


def _date_length(text):
    """How many letters of an ISO date with a time are the date's."""
    if "W" in text[4:6]:
        week = text.index("W")
        day = week + 3
        if text[day:day + 1] == "-" and text[day + 1:day + 2].isdigit() and week == 5:
            return day + 2
        if text[day:day + 1].isdigit() and week == 4:
            return day + 1
        return day
    return 10 if text[4:5] == "-" else 8


def _parse_date(text):
    if not isinstance(text, str):
        raise TypeError("fromisoformat: argument must be str")
    year, _, month, day, _, week, weekday = _iso(
        r"(\d{4})(?:(-?)(\d\d)\2(\d\d)|(-?)W(\d\d)(?:\5(\d))?)", text)
    if week is None:
        return int(year), int(month), int(day)
    found = date.fromisocalendar(int(year), int(week), int(weekday or 1))
    return found._year, found._month, found._day


def _parse_time(text):
    hour, _, minute, second, fraction, zone = _iso(
        r"(\d\d)(?:(:?)(\d\d)(?:\2(\d\d)(?:[.,](\d+))?)?)?(Z|[+-]\d.*)?", text)
    microsecond = int(fraction.ljust(6, "0")[:6]) if fraction else 0
    return (int(hour), int(minute or 0), int(second or 0), microsecond,
            _parse_zone(zone) if zone else None)


def _parse_zone(text):
    if text == "Z":
        return timezone.utc
    hour, minute, second, microsecond, _ = _parse_time(text[1:])
    offset = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=microsecond)
    return timezone(-offset if text[0] == "-" else offset) if offset else timezone.utc


def _strftime(value, format):
    microsecond = getattr(value, "_microsecond", 0)
    offset = value.utcoffset() if isinstance(value, datetime) else None
    name = value.tzname() if isinstance(value, datetime) else None
    pieces = []
    index = 0
    while index < len(format):
        pair = format[index:index + 2]
        if pair == "%f":
            pieces.append(f"{microsecond:06d}")
        elif pair == "%z":
            pieces.append(_offset_text(offset, ""))
        elif pair == "%Z":
            pieces.append((name or "").replace("%", "%%"))
        elif pair[0] == "%":
            pieces.append(pair)
        else:
            pieces.append(pair[0])
            index -= 1
        index += 2
    return _time.strftime("".join(pieces), value.timetuple())


_DIRECTIVES = {
    "Y": r"(?P<Y>\d{4})", "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])",
    "d": r"(?P<d>3[01]|[12]\d|0[1-9]|[1-9]| [1-9])", "H": r"(?P<H>2[0-3]|[01]\d|\d)",
    "I": r"(?P<I>1[0-2]|0[1-9]|[1-9])", "M": r"(?P<M>[0-5]\d|\d)", "S": r"(?P<S>6[01]|[0-5]\d|\d)",
    "f": r"(?P<f>\d{1,6})", "y": r"(?P<y>\d\d)",
    "j": r"(?P<j>36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
    "p": r"(?P<p>am|pm)", "z": r"(?P<z>[+-]\d\d:?[0-5]\d(?::?[0-5]\d)?|Z)", "Z": r"(?P<Z>utc|gmt|)",
    "b": f"(?P<b>{'|'.join(_MONTHS)})", "B": f"(?P<B>{'|'.join(_MONTH_NAMES)})",
    "a": f"(?P<a>{'|'.join(_DAYS)})", "A": f"(?P<A>{'|'.join(_DAY_NAMES)})", "%": "%",
    "w": r"(?P<w>[0-6])",
}
_COMPOUND = {"D": "%m/%d/%y", "F": "%Y-%m-%d", "T": "%H:%M:%S", "R": "%H:%M",
             "c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}


def _pattern(format):
    import re
    for letter, meaning in _COMPOUND.items():
        format = format.replace("%" + letter, meaning)
    pieces = []
    index = 0
    while index < len(format):
        letter = format[index]
        if letter == "%":
            index += 1
            if index == len(format):
                raise ValueError(f"stray % in format '{format}'")
            if format[index] not in _DIRECTIVES:
                raise ValueError(
                    f"'{format[index]}' is a bad directive in format '{format}'")
            pieces.append(_DIRECTIVES[format[index]])
        elif letter.isspace():
            if not pieces or pieces[-1] != r"\s+":
                pieces.append(r"\s+")
        else:
            pieces.append(re.escape(letter))
        index += 1
    return re.compile("".join(pieces), re.I)


def _strptime(cls, text, format):
    if not isinstance(text, str):
        raise TypeError(
            f"strptime() argument 1 must be str, not {type(text).__name__}")
    match = _pattern(format).match(text)
    if match is None:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if match.end() != len(text):
        raise ValueError(f"unconverted data remains: {text[match.end():]}")
    found = match.groupdict()

    def number(letter, default):
        return int(found[letter]) if found.get(letter) else default

    year = number("Y", 1900)
    if found.get("y"):
        year = number("y", 0) + (1900 if number("y", 0) >= 69 else 2000)
    month = number("m", 1)
    for letter, names in (("b", _MONTHS), ("B", _MONTH_NAMES)):
        if found.get(letter):
            month = [name.lower() for name in names].index(found[letter].lower()) + 1
    hour = number("H", 0)
    if found.get("I"):
        hour = number("I", 0) % 12 + (12 if (found.get("p") or "").lower() == "pm" else 0)
    day = number("d", 1)
    if found.get("j"):
        _, month, day = _from_ordinal(_ordinal(year, 1, 1) + number("j", 1) - 1)
    zone = None
    if found.get("z"):
        zone = _parse_zone(found["z"])
    microsecond = int(found["f"].ljust(6, "0")) if found.get("f") else 0
    return cls(year, month, day, hour, number("M", 0), number("S", 0), microsecond, zone)
