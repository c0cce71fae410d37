# `datetime`.


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
        return cls(*_from_ordinal(_checked_ordinal(n)))

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
