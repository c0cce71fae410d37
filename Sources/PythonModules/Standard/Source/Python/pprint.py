"""Values over several lines, where one is too long."""

import re as _re
import types as _types

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Writes a value."""
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact,
                  sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
            underscore_numbers=False):
    """A value as text."""
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact,
                         sort_dicts=sort_dicts, underscore_numbers=underscore_numbers
                         ).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Writes a value, dictionaries in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """The text of a value in one line, recursion marked."""
    return PrettyPrinter()._one_line(object, (), 0)[0]


def isreadable(object):
    """Whether the text of a value can be evaluated."""
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    """Whether a value is inside itself."""
    return PrettyPrinter().isrecursive(object)


class _SafeKey:
    """Makes any values comparable."""

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return ((str(type(self.value)), id(self.value))
                    < (str(type(other.value)), id(other.value)))


def _pair_key(pair):
    return _SafeKey(pair[0]), _SafeKey(pair[1])


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


class PrettyPrinter:
    """How values are written."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False,
                 sort_dicts=True, underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._indent = indent
        self._width = width
        self._stream = stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscores = underscore_numbers

    def pprint(self, object):
        text = self.pformat(object) + "\n"
        if self._stream is None:
            print(text, end="")
        else:
            self._stream.write(text)

    def pformat(self, object):
        pieces = []
        self._write(object, pieces, 0, 0, (), 0)
        return "".join(pieces)

    def isreadable(self, object):
        _, readable, recursive = self._one_line(object, (), 0)
        return readable and not recursive

    def isrecursive(self, object):
        return self._one_line(object, (), 0)[2]

    def format(self, object, context, maxlevels, level):
        """The text of a value in one line; may be overridden."""
        return self._one_line(object, tuple(context), level)

    def _text(self, object, context, level):
        return self.format(object, dict.fromkeys(context, 1), self._depth, level)[0]

    def _write(self, object, out, column, allowance, context, level):
        if id(object) in context:
            out.append(_recursion(object))
            return
        text = self._text(object, context, level)
        room = self._width - column - allowance
        if len(text) > room:
            writer = self._writer(object)
            if writer is not None:
                writer(object, out, column, allowance, context + (id(object),), level + 1)
                return
        out.append(text)

    def _writer(self, object):
        """What writes a value over several lines; None where that is not done."""
        cls = type(object)
        method = cls.__repr__
        for base, writer in (
                (dict, self._dictionary), (list, self._list), (tuple, self._tuple),
                (set, self._set), (frozenset, self._set), (str, self._string),
                (bytes, self._bytes)):
            if isinstance(object, base) and method is base.__repr__:
                return writer
        name = cls.__name__
        if cls.__module__ == "collections" or any(
                base.__module__ == "collections" for base in cls.__mro__):
            for known, writer in (("OrderedDict", self._ordered), ("Counter", self._counter),
                                  ("defaultdict", self._default), ("deque", self._deque),
                                  ("ChainMap", self._chain)):
                if name == known:
                    return writer
        if isinstance(object, _types.MappingProxyType):
            return self._proxy
        if isinstance(object, _types.SimpleNamespace):
            return self._namespace
        if hasattr(cls, "__dataclass_fields__") and cls.__dataclass_params__.repr \
                and getattr(method, "_is_made", False):
            return self._dataclass
        return None

    # Over several lines.

    def _dictionary(self, object, out, column, allowance, context, level):
        out.append("{")
        if self._indent > 1:
            out.append((self._indent - 1) * " ")
        if object:
            self._pairs(self._ordered_pairs(object), out, column, allowance + 1, context, level)
        out.append("}")

    def _ordered_pairs(self, object):
        return sorted(object.items(), key=_pair_key) if self._sort_dicts else object.items()

    def _pairs(self, pairs, out, column, allowance, context, level):
        column += self._indent
        between = ",\n" + " " * column
        last = len(pairs) - 1
        for index, (key, value) in enumerate(pairs):
            name = self._text(key, context, level)
            out.append(name + ": ")
            self._write(value, out, column + len(name) + 2, allowance if index == last else 1,
                        context, level)
            if index != last:
                out.append(between)

    def _named(self, pairs, out, column, allowance, context, level):
        between = ",\n" + " " * column
        last = len(pairs) - 1
        for index, (name, value) in enumerate(pairs):
            out.append(name + "=")
            if id(value) in context:
                out.append("...")
            else:
                self._write(value, out, column + len(name) + 1,
                            allowance if index == last else 1, context, level)
            if index != last:
                out.append(between)

    def _items(self, items, out, column, allowance, context, level):
        column += self._indent
        if self._indent > 1:
            out.append((self._indent - 1) * " ")
        lead = between = ",\n" + " " * column
        lead = ""
        width = room = self._width - column + 1
        items = list(items)
        for index, item in enumerate(items):
            is_last = index == len(items) - 1
            if is_last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._text(item, context, level)
                needed = len(text) + 2
                if width < needed:
                    width = room
                    if lead:
                        lead = between
                if width >= needed:
                    width -= needed
                    out.append(lead + text)
                    lead = ", "
                    continue
            out.append(lead)
            lead = between
            self._write(item, out, column, allowance if is_last else 1, context, level)

    def _list(self, object, out, column, allowance, context, level):
        out.append("[")
        self._items(object, out, column, allowance + 1, context, level)
        out.append("]")

    def _tuple(self, object, out, column, allowance, context, level):
        end = ",)" if len(object) == 1 else ")"
        out.append("(")
        self._items(object, out, column, allowance + len(end), context, level)
        out.append(end)

    def _set(self, object, out, column, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        if type(object) is set:
            start, end = "{", "}"
        else:
            start, end = type(object).__name__ + "({", "})"
            column += len(start) - 1
        out.append(start)
        self._items(sorted(object, key=_SafeKey), out, column, allowance + len(end), context,
                    level)
        out.append(end)

    def _string(self, object, out, column, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        if level == 1:
            column += 1
            allowance += 1
        room = rest = self._width - column
        chunks = []
        text = ""
        lines = object.splitlines(True)
        for index, line in enumerate(lines):
            text = repr(line)
            if index == len(lines) - 1:
                rest -= allowance
            if len(text) <= rest:
                chunks.append(text)
                continue
            parts = _re.findall(r"\S*\s*", line)[:-1]
            rest = room
            current = ""
            for place, part in enumerate(parts):
                longer = current + part
                if place == len(parts) - 1 and index == len(lines) - 1:
                    rest -= allowance
                if len(repr(longer)) > rest:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = longer
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(text)
            return
        if level == 1:
            out.append("(")
        out.append(("\n" + " " * column).join(chunks))
        if level == 1:
            out.append(")")

    def _bytes(self, object, out, column, allowance, context, level):
        if len(object) <= 4:
            out.append(repr(object))
            return
        if level == 1:
            column += 1
            allowance += 1
            out.append("(")
        lead = ""
        current = b""
        width = self._width - column
        last = len(object) // 4 * 4
        for index in range(0, len(object), 4):
            part = object[index:index + 4]
            longer = current + part
            if index == last:
                width -= allowance
            if len(repr(longer)) > width and current:
                out.append(lead + repr(current))
                lead = "\n" + " " * column
                current = part
            else:
                current = longer
        if current:
            out.append(lead + repr(current))
        if level == 1:
            out.append(")")

    def _called(self, object, out, column, write):
        name = type(object).__name__
        out.append(name + "(")
        write(column + len(name) + 1)
        out.append(")")

    def _ordered(self, object, out, column, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        self._called(object, out, column, lambda column: self._list(
            list(object.items()), out, column, allowance + 1, context, level))

    def _counter(self, object, out, column, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        name = type(object).__name__
        out.append(name + "({")
        if self._indent > 1:
            out.append((self._indent - 1) * " ")
        self._pairs(object.most_common(), out, column + len(name) + 1, allowance + 2, context,
                    level)
        out.append("})")

    def _default(self, object, out, column, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        name = type(object).__name__
        factory = self._text(object.default_factory, context, level)
        column += len(name) + 1
        out.append(f"{name}({factory},\n{' ' * column}")
        self._dictionary(object, out, column, allowance + 1, context, level)
        out.append(")")

    def _deque(self, object, out, column, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        name = type(object).__name__
        column += len(name) + 1
        out.append(f"{name}([")
        if object.maxlen is None:
            self._items(object, out, column, allowance + 2, context, level)
            out.append("])")
            return
        self._items(object, out, column, 2, context, level)
        out.append(f"],\n{' ' * column}maxlen={self._text(object.maxlen, context, level)})")

    def _chain(self, object, out, column, allowance, context, level):
        name = type(object).__name__
        column += len(name) + 1
        out.append(name + "(")
        for index, mapping in enumerate(object.maps):
            is_last = index == len(object.maps) - 1
            self._write(mapping, out, column, allowance + 1 if is_last else 1, context, level)
            out.append(")" if is_last else ",\n" + " " * column)

    def _proxy(self, object, out, column, allowance, context, level):
        out.append("mappingproxy(")
        self._write(dict(object), out, column + 13, allowance + 1, context, level)
        out.append(")")

    def _namespace(self, object, out, column, allowance, context, level):
        cls = type(object)
        name = "namespace" if cls is _types.SimpleNamespace else cls.__name__
        out.append(name + "(")
        self._named(list(object.__dict__.items()), out, column + len(name) + 1, allowance,
                    context, level)
        out.append(")")

    def _dataclass(self, object, out, column, allowance, context, level):
        name = type(object).__name__
        pairs = [(field.name, getattr(object, field.name))
                 for field in type(object).__dataclass_fields__.values()
                 if field.repr and repr(field._field_type) == "_FIELD"]
        out.append(name + "(")
        self._named(pairs, out, column + len(name) + 1, allowance, context, level)
        out.append(")")

    # In one line: the text, whether it can be read back, and whether it is recursive.

    def _one_line(self, object, context, level):
        method = type(object).__repr__
        if method is int.__repr__ and isinstance(object, int):
            if self._underscores:
                return f"{object:_d}", True, False
            return repr(object), True, False
        if isinstance(object, dict) and method is dict.__repr__:
            return self._dictionary_line(object, context, level)
        is_list = isinstance(object, list) and method is list.__repr__
        if is_list or isinstance(object, tuple) and method is tuple.__repr__:
            return self._sequence_line(object, context, level, is_list)
        text = repr(object)
        return text, bool(text) and not text.startswith("<"), False

    def _sequence_line(self, object, context, level, is_list):
        start, end = "[]" if is_list else "()"
        if not object:
            return start + end, True, False
        if len(object) == 1 and not is_list:
            end = ",)"
        if self._depth is not None and level >= self._depth:
            return f"{start}...{end}", False, True
        if id(object) in context:
            return _recursion(object), False, True
        texts = [self._inner(item, context + (id(object),), level + 1) for item in object]
        return (start + ", ".join(text for text, _, _ in texts) + end,
                all(readable for _, readable, _ in texts),
                any(recursive for _, _, recursive in texts))

    def _dictionary_line(self, object, context, level):
        if not object:
            return "{}", True, False
        if self._depth is not None and level >= self._depth:
            return "{...}", False, True
        if id(object) in context:
            return _recursion(object), False, True
        context += (id(object),)
        pieces = []
        readable, recursive = True, False
        for pair in self._ordered_pairs(object):
            texts = [self._inner(part, context, level + 1) for part in pair]
            pieces.append(f"{texts[0][0]}: {texts[1][0]}")
            readable = readable and texts[0][1] and texts[1][1]
            recursive = recursive or texts[0][2] or texts[1][2]
        return "{" + ", ".join(pieces) + "}", readable, recursive

    def _inner(self, object, context, level):
        return self.format(object, dict.fromkeys(context, 1), self._depth, level)
