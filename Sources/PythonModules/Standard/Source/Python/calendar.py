"""Months and weeks."""

import datetime as _datetime

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)

day_name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
day_abbr = [name[:3] for name in day_name]
month_name = ["", "January", "February", "March", "April", "May", "June", "July", "August",
              "September", "October", "November", "December"]
month_abbr = [name[:3] for name in month_name]

_LENGTHS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def isleap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    """The leap years from y1 up to, not including, y2."""
    return sum(isleap(year) for year in range(y1, y2))


def weekday(year, month, day):
    return _datetime.date(year, month, day).weekday()


def monthrange(year, month):
    """The weekday of a month's first day, and how many days it has."""
    if not 1 <= month <= 12:
        raise ValueError(f"bad month number {month}; must be 1-12")
    return weekday(year, month, 1), _LENGTHS[month] + (month == 2 and isleap(year))


def monthcalendar(year, month):
    """The weeks of a month, with 0 for days of its neighbours."""
    first, length = monthrange(year, month)
    days = [0] * first + list(range(1, length + 1))
    days += [0] * (-len(days) % 7)
    return [days[start:start + 7] for start in range(0, len(days), 7)]


def timegm(tuple):
    """The seconds since 1970 of a time in UTC."""
    year, month, day, hour, minute, second = tuple[:6]
    days = _datetime.date(year, month, 1).toordinal() - _datetime.date(1970, 1, 1).toordinal()
    return ((days + day - 1) * 24 + hour) * 3600 + minute * 60 + second


def month(theyear, themonth, w=0, l=0):
    """A month as text."""
    w, l = max(2, w), max(1, l)
    width = 7 * (w + 1) - 1
    names = " ".join((name if w >= 9 else name[:3])[:w].center(w) for name in day_name)
    title = f"{month_name[themonth]} {theyear}".center(width).rstrip()
    weeks = [" ".join((f"{day:2}" if day else "").center(w) for day in week).rstrip()
             for week in monthcalendar(theyear, themonth)]
    return ("\n" * l).join([title, names.rstrip(), *weeks]) + "\n" * l


def prmonth(theyear, themonth, w=0, l=0):
    print(month(theyear, themonth, w, l), end="")
