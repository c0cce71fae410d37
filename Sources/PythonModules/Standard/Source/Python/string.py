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

    def is_valid(self):
        """Whether every place names a value."""
        return all(match.group("invalid") is None for match in self._pattern().finditer(self.template))

    def get_identifiers(self):
        """The names of the places, each once."""
        names = [match.group("named") or match.group("braced")
                 for match in self._pattern().finditer(self.template)]
        return list(dict.fromkeys(name for name in names if name is not None))

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
        used = set()
        text, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return text

    def _vformat(self, format_string, args, kwargs, used, depth, counter):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        pieces = []
        for literal, name, spec, conversion in self.parse(format_string):
            pieces.append(literal)
            if name is None:
                continue
            if name == "":
                if counter is False:
                    raise ValueError("cannot switch from manual field specification to automatic "
                                     "field numbering")
                name, counter = str(counter), counter + 1
            elif name.isdigit():
                if counter:
                    raise ValueError("cannot switch from manual field specification to automatic "
                                     "field numbering")
                counter = False
            value, first = self.get_field(name, args, kwargs)
            used.add(first)
            value = self.convert_field(value, conversion)
            spec, counter = self._vformat(spec, args, kwargs, used, depth - 1, counter)
            pieces.append(self.format_field(value, spec))
        return "".join(pieces), counter

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        converters = {"s": str, "r": repr, "a": ascii}
        if conversion not in converters:
            raise ValueError(f"Unknown conversion specifier {conversion!s}")
        return converters[conversion](value)

    def parse(self, format_string):
        """Each literal text, and the name, the format and the conversion of the field behind it."""
        literal, index = "", 0
        while index < len(format_string):
            letter = format_string[index]
            if letter not in "{}":
                literal += letter
                index += 1
            elif format_string[index:index + 2] == letter * 2:
                yield literal + letter, None, None, None
                literal = ""
                index += 2
            elif letter == "}":
                raise ValueError("Single '}' encountered in format string")
            else:
                end = _field_end(format_string, index + 1)
                yield (literal, *_field_parts(format_string[index + 1:end]))
                literal = ""
                index = end + 1
        if literal:
            yield literal, None, None, None

    def get_field(self, field_name, args, kwargs):
        first, rest = _re.match(r"([^.\[]*)(.*)", field_name, _re.DOTALL).groups()
        first = int(first) if first.isdigit() else first
        value = self.get_value(first, args, kwargs)
        for attribute, item in _re.findall(r"\.([^.\[]+)|\[([^\]]+)\]", rest):
            if attribute:
                value = getattr(value, attribute)
            else:
                value = value[int(item) if item.isdigit() else item]
        return value, first


def _field_end(text, index):
    if index == len(text):
        raise ValueError("Single '{' encountered in format string")
    depth = 1
    while index < len(text):
        depth += {"{": 1, "}": -1}.get(text[index], 0)
        if not depth:
            return index
        index += 1
    raise ValueError("expected '}' before end of string")


def _field_parts(field):
    name = _re.match(r"(?:\[[^\]]*\]|[^!:\[])*", field, _re.DOTALL).group()
    rest = field[len(name):]
    conversion = None
    if rest.startswith("!"):
        if len(rest) < 2:
            raise ValueError("end of string while looking for conversion specifier")
        conversion, rest = rest[1], rest[2:]
        if rest and rest[0] != ":":
            raise ValueError("expected ':' after conversion specifier")
    return name, rest[1:], conversion
