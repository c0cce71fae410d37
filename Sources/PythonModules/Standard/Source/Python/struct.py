"""Numbers as bytes."""

from _native import float_bits as _float_bits, float_from_bits as _float_from_bits

__all__ = ["Struct", "calcsize", "error", "iter_unpack", "pack", "pack_into", "unpack",
           "unpack_from"]


class error(Exception):
    """A format that is none, or values that do not fit it."""


error.__module__ = "struct"

# The size of each letter, in the standard form and as a 64-bit machine has it.
_STANDARD = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4,
             "q": 8, "Q": 8, "e": 2, "f": 4, "d": 8, "s": 1, "p": 1}
_NATIVE = {**_STANDARD, "l": 8, "L": 8, "n": 8, "N": 8, "P": 8}
_UNALIGNED = "xcbB?sp"
_SIGNED = "bhilqn"
_FLOATS = "efd"


def _parsed(format):
    """The byte order of a format, and its items: letter, count, size, place; then the whole size. The
    order is "native" where sizes and places are the machine's."""
    if isinstance(format, (bytes, bytearray, memoryview)):
        format = format.decode("ascii")
    if not isinstance(format, str):
        raise TypeError(
            f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")
    order, sizes = "native", _NATIVE
    if format[:1] in tuple("@=<>!"):
        if format[0] != "@":
            order, sizes = "big" if format[0] in ">!" else "little", _STANDARD
        format = format[1:]
    items, place, count = [], 0, None
    for letter in format:
        if letter.isspace():
            if count is not None:
                raise error("repeat count given without format specifier")
            continue
        if letter in "0123456789":
            count = (count or 0) * 10 + int(letter)
            if count >= 2**62:
                raise error("overflow in item count")
            continue
        if letter not in sizes:
            raise error("bad char in struct format")
        size = sizes[letter]
        if order == "native" and letter not in _UNALIGNED:
            place += -place % size
        number = 1 if count is None else count
        items.append((letter, number, size, place))
        place += number * size
        if place >= 2**63:
            raise error("total struct size too long")
        count = None
    if count is not None:
        raise error("repeat count given without format specifier")
    return order, items, place


def _integer(letter, size, value, order):
    if not isinstance(value, int):
        if not hasattr(type(value), "__index__"):
            raise error("required argument is not an integer")
        value = value.__index__()
    signed = letter in _SIGNED
    if letter == "P" and -2**63 <= value < 0:
        value += 2**64
    low, high = (-(1 << 8 * size - 1), (1 << 8 * size - 1) - 1) if signed else (0, (1 << 8 * size) - 1)
    if not low <= value <= high:
        raise error(_range_message(letter, low, high, value, order))
    return value.to_bytes(size, _bytes_order(order), signed=signed)


def _range_message(letter, low, high, value, order):
    if letter in "qQ" and order == "big":
        return "int too large to convert"
    # What C reads the integer into before it looks at the format's own range.
    wide = 0 if letter in "ILHQN" and (order == "big" or letter != "H") else -2**63
    if letter in "qQ" or not wide <= value < (2**64 if wide == 0 else 2**63):
        return "argument out of range"
    if letter in "bB" or order != "big" and letter in "hH":
        name = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}[letter]
        return f"{name} format requires {low} <= number <= {high}"
    return f"'{letter}' format requires {low} <= number <= {high}"


def _bytes_order(order):
    return "big" if order == "big" else "little"


def _float(letter, size, value, order):
    if isinstance(value, (str, bytes, bytearray)):
        raise error("required argument is not a float")
    try:
        number = float(value)
    except TypeError:
        raise error("required argument is not a float") from None
    bits = _float_bits(number, size)
    if bits is None:
        if letter == "f" and order == "native":
            return _float("f", 4, float("inf") if number > 0 else -float("inf"), order)
        if isinstance(value, int):
            raise error("int too large to convert")
        raise OverflowError(f"float too large to pack with {letter} format")
    return bits.to_bytes(size, _bytes_order(order))


def _packed(letter, size, value, order):
    if letter == "c":
        if not isinstance(value, (bytes, bytearray, memoryview)) or len(value) != 1:
            raise error("char format requires a bytes object of length 1")
        return bytes(value)
    if letter == "?":
        return b"\1" if value else b"\0"
    if letter in _FLOATS:
        return _float(letter, size, value, order)
    return _integer(letter, size, value, order)


def _text(letter, count, value):
    if not isinstance(value, (bytes, bytearray, memoryview)):
        raise error(f"argument for '{letter}' must be a bytes object")
    if letter == "s":
        return bytes(value[:count]).ljust(count, b"\0")
    if count == 0:
        return b""
    part = bytes(value[:min(count - 1, 255)])
    return (bytes([len(part)]) + part).ljust(count, b"\0")


def _unpacked(letter, count, size, place, data, order):
    order = _bytes_order(order)
    if letter == "s":
        yield data[place:place + count]
    elif letter == "p":
        length = min(data[place], count - 1) if count else 0
        yield data[place + 1:place + 1 + length]
    elif letter != "x":
        for start in range(place, place + count * size, size):
            part = data[start:start + size]
            if letter == "c":
                yield part
            elif letter == "?":
                yield part != b"\0"
            elif letter in _FLOATS:
                yield _float_from_bits(int.from_bytes(part, order), size)
            else:
                yield int.from_bytes(part, order, signed=letter in _SIGNED)


def _checked(buffer):
    if not isinstance(buffer, (bytes, bytearray, memoryview)):
        raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'")
    return buffer


def _start(buffer, offset, size, what):
    """The place that an offset means; what is to happen there is said where it lies outside."""
    if offset >= 0:
        return offset
    if offset + size > 0:
        raise error(f"{what} {size} bytes at offset {offset}")
    if offset + len(buffer) < 0:
        raise error(f"offset {offset} out of range for {len(buffer)}-byte buffer")
    return offset + len(buffer)


class Struct:
    """A format that was read once."""

    def __init__(self, format):
        self._order, self._items, self.size = _parsed(format)
        self.format = format.decode("ascii") if isinstance(format, (bytes, bytearray, memoryview)) else format

    def _count(self):
        return sum(1 if letter in "sp" else count
                   for letter, count, _, _ in self._items if letter != "x")

    def pack(self, *v):
        """The bytes of values."""
        if len(v) != self._count():
            raise error(f"pack expected {self._count()} items for packing (got {len(v)})")
        result, values = bytearray(), iter(v)
        for letter, count, size, place in self._items:
            result += bytes(place - len(result))
            if letter == "x":
                result += bytes(count)
            elif letter in "sp":
                result += _text(letter, count, next(values))
            else:
                for _ in range(count):
                    result += _packed(letter, size, next(values), self._order)
        result += bytes(self.size - len(result))
        return bytes(result)

    def pack_into(self, buffer, offset, *v):
        """Writes the bytes of values into a `bytearray`."""
        data = self.pack(*v)
        start = _start(buffer, offset, self.size, "no space to pack")
        if start + len(data) > len(buffer):
            raise error(f"pack_into requires a buffer of at least {start + len(data)} bytes "
                        f"for packing {len(data)} bytes at offset {offset} "
                        f"(actual buffer size is {len(buffer)})")
        buffer[start:start + len(data)] = data

    def unpack(self, buffer):
        """The values of bytes."""
        if len(_checked(buffer)) != self.size:
            raise error(f"unpack requires a buffer of {self.size} bytes")
        return self._values(bytes(buffer), 0)

    def unpack_from(self, buffer, offset=0):
        """The values of bytes from a place on."""
        start = _start(_checked(buffer), offset, self.size, "not enough data to unpack")
        if start + self.size > len(buffer):
            raise error(f"unpack_from requires a buffer of at least {start + self.size} bytes for "
                        f"unpacking {self.size} bytes at offset {offset} "
                        f"(actual buffer size is {len(buffer)})")
        return self._values(bytes(buffer[start:start + self.size]), 0)

    def iter_unpack(self, buffer):
        """The values of one piece of bytes after the other."""
        if self.size == 0:
            raise error("cannot iteratively unpack with a struct of length 0")
        if len(_checked(buffer)) % self.size:
            raise error(f"iterative unpacking requires a buffer of a multiple of {self.size} bytes")
        data = bytes(buffer)
        return (self._values(data, start) for start in range(0, len(data), self.size))

    def _values(self, data, start):
        return tuple(value for letter, count, size, place in self._items
                     for value in _unpacked(letter, count, size, start + place, data, self._order))


def calcsize(format, /):
    """How many bytes a format takes."""
    return _parsed(format)[2]


def pack(format, /, *v):
    """The bytes of values."""
    return Struct(format).pack(*v)


def pack_into(format, buffer, offset, /, *v):
    """Writes the bytes of values into a `bytearray`."""
    Struct(format).pack_into(buffer, offset, *v)


def unpack(format, buffer, /):
    """The values of bytes."""
    return Struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    """The values of bytes from a place on."""
    return Struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    """The values of one piece of bytes after the other."""
    return Struct(format).iter_unpack(buffer)
