"""Constants and templates of text."""

import re as _re

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Each word with a capital."""
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


class Template:
    """Text with places for values: `$name` or `${name}`."""

    delimiter = "$"
    idpattern = r"(?a:[_a-zA-Z][_a-zA-Z0-9]*)"

    def __init__(self, template):
        self.template = template

    def _pattern(self):
        mark = _re.escape(self.delimiter)
        return _re.compile(
            f"{mark}(?:(?P<escaped>{mark})|(?P<named>{self.idpattern})"
            f"|{{(?P<braced>{self.idpattern})}}|(?P<invalid>))")

    def _substituted(self, mapping, safe):
        def value(match):
            name = match.group("named") or match.group("braced")
            if name is not None:
                if safe and name not in mapping:
                    return match.group()
                return str(mapping[name])
            if match.group("escaped") is not None:
                return self.delimiter
            if safe:
                return match.group()
            lines = self.template[:match.start("invalid")].splitlines(keepends=True)
            column = match.start("invalid") - len("".join(lines[:-1]))
            raise ValueError(
                f"Invalid placeholder in string: line {len(lines) or 1}, col {column or 1}")
        return self._pattern().sub(value, self.template)

    def substitute(self, mapping=(), /, **kws):
        """The text with all values in their places."""
        return self._substituted({**dict(mapping), **kws}, safe=False)

    def safe_substitute(self, mapping=(), /, **kws):
        """The text with the values that there are."""
        return self._substituted({**dict(mapping), **kws}, safe=True)


class Formatter:
    """`str.format` as an object."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        if not isinstance(format_string, str):
            raise TypeError(f"expected str, got {type(format_string).__name__}")
        return format_string.format(*args, **kwargs)
