# Dates as text, and text as dates.

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
    _checked_text(text, "strptime() argument 1")
    _checked_text(format, "strptime() argument 2")
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
