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


def _checked_ordinal(number):
    number = _integer(number)
    if not -1 << 63 <= number < 1 << 63:
        raise OverflowError("Python int too large to convert to C long")
    if number >= 1 << 31:
        raise OverflowError("signed integer is greater than maximum")
    if number < -1 << 31:
        raise OverflowError("signed integer is less than minimum")
    if number < 1:
        raise ValueError("ordinal must be >= 1")
    return number


def _checked_text(value, role):
    if not isinstance(value, str):
        kind = "None" if value is None else type(value).__name__
        raise TypeError(f"{role} must be str, not {kind}")
    return value


def _shown(value, name):
    cls = type(value)
    return f"datetime.{name}" if cls.__module__ == "datetime" else cls.__name__


def _check_date(year, month, day):
    checked = []
    for position, (name, value) in enumerate(zip(("year", "month", "day"), (year, month, day))):
        if value is None:
            raise TypeError(
                f"function missing required argument '{name}' (pos {position + 1})")
        checked.append(_integer(value))
    year, month, day = checked
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
