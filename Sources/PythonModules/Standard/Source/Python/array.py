"""Arrays of numbers of one kind, each in few bytes."""

import struct as _struct

from _native import name_in_messages as _name_in_messages

typecodes = "bBuhHiIlLqQfd"
_INTEGERS = "bBhHiIlLqQ"
_NAMES = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer",
          "H": "unsigned short", "i": "signed integer", "I": "unsigned int"}


def _bad_code():
    return ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")


class array:
    """A sequence of numbers that a letter tells the kind of."""

    __slots__ = ("typecode", "_items", "__weakref__")
    __hash__ = None

    def __new__(cls, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            kind = "str" if isinstance(typecode, str) else type(typecode).__name__
            raise TypeError(f"array() argument 1 must be a unicode character, not {kind}")
        if typecode not in typecodes:
            raise _bad_code()
        self = super().__new__(cls)
        self.typecode = typecode
        self._items = []
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, str) and typecode != "u":
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        else:
            self.extend(initializer)
        return self

    @property
    def itemsize(self):
        """How many bytes an item takes."""
        return _struct.calcsize(self._format)

    @property
    def _format(self):
        return "I" if self.typecode == "u" else self.typecode

    def _number(self, value):
        code = self.typecode
        if code == "u":
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError("array item must be unicode character")
            return value
        if code in "fd":
            if not hasattr(type(value), "__float__") and not hasattr(type(value), "__index__"):
                raise TypeError("must be real number, not " + type(value).__name__)
            return _struct.unpack(code, _struct.pack(code, value))[0]
        if not hasattr(type(value), "__index__"):
            kind = type(value).__name__
            raise TypeError(f"'{kind}' object cannot be interpreted as an integer")
        value = value.__index__()
        bits = 8 * self.itemsize
        low, high = (-1 << bits - 1, (1 << bits - 1) - 1) if code.islower() else (0, (1 << bits) - 1)
        if low <= value <= high:
            return value
        if code in _NAMES and code != "I" and code != "i":
            side = "less than minimum" if value < low else "greater than maximum"
            raise OverflowError(f"{_NAMES[code]} is {side}")
        if value < 0 and code.isupper():
            raise OverflowError("can't convert negative value to unsigned int")
        if code not in _NAMES:
            raise OverflowError("int too big to convert")
        side = "less than minimum" if value < low else "greater than maximum"
        raise OverflowError(f"{_NAMES[code]} is {side}")

    def _same_kind(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        return other._items

    def _made_of(self, items):
        made = array(self.typecode)
        made._items = items
        return made

    def append(self, v, /):
        """Adds an item at the end."""
        self._items.append(self._number(v))

    def extend(self, bb, /):
        """Adds the items of an array or another iterable at the end."""
        if isinstance(bb, array):
            if bb.typecode != self.typecode:
                raise TypeError("can only extend with array of same kind")
            self._items.extend(bb._items)
        else:
            for value in bb:
                self.append(value)

    def insert(self, i, v, /):
        """Puts an item before a place."""
        self._items.insert(i, self._number(v))

    def pop(self, i=-1, /):
        """Takes an item out."""
        if not self._items:
            raise IndexError("pop from empty array")
        if not -len(self._items) <= i < len(self._items):
            raise IndexError("pop index out of range")
        return self._items.pop(i)

    def remove(self, v, /):
        """Takes the first item of a value out."""
        if v not in self._items:
            raise ValueError("array.remove(x): x not in array")
        self._items.remove(v)

    def index(self, v, start=0, stop=None, /):
        """The first place of a value."""
        try:
            return self._items.index(v, start, len(self._items) if stop is None else stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def count(self, v, /):
        """How often a value occurs."""
        return self._items.count(v)

    def reverse(self):
        """Turns the order around."""
        self._items.reverse()

    def tolist(self):
        """The items as a list."""
        return list(self._items)

    def fromlist(self, list, /):
        """Adds the items of a list, all or none."""
        if type(list).__name__ != "list":
            raise TypeError("arg must be list")
        self._items += [self._number(value) for value in list]

    def tobytes(self):
        """The items as the machine keeps them."""
        items = map(ord, self._items) if self.typecode == "u" else self._items
        return _struct.pack(f"{len(self._items)}{self._format}", *items)

    def frombytes(self, buffer, /):
        """Adds items out of bytes."""
        size = self.itemsize
        if len(buffer) % size:
            raise ValueError("bytes length not a multiple of item size")
        items = _struct.unpack(f"{len(buffer) // size}{self._format}", bytes(buffer))
        self._items.extend(map(chr, items) if self.typecode == "u" else items)

    def tounicode(self):
        """The text of an array of characters."""
        if self.typecode != "u":
            raise ValueError("tounicode() may only be called on unicode type arrays")
        return "".join(self._items)

    def fromunicode(self, ustr, /):
        """Adds the characters of a text."""
        if self.typecode != "u":
            raise ValueError("fromunicode() may only be called on unicode type arrays")
        self.extend(ustr)

    def byteswap(self):
        """Turns the bytes of each item around."""
        code = self._format
        items = map(ord, self._items) if self.typecode == "u" else self._items
        swapped = _struct.unpack(
            f"<{len(self._items)}{code}".replace("l", "q").replace("L", "Q"),
            _struct.pack(f">{len(self._items)}{code}".replace("l", "q").replace("L", "Q"), *items))
        self._items = list(map(chr, swapped) if self.typecode == "u" else swapped)

    def buffer_info(self):
        """An address, and how many items there are."""
        return id(self), len(self._items)

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, value):
        return value in self._items

    def __getitem__(self, place):
        if isinstance(place, slice):
            return self._made_of(self._items[place])
        if not hasattr(type(place), "__index__"):
            raise TypeError("array indices must be integers")
        if not -len(self._items) <= place < len(self._items):
            raise IndexError("array index out of range")
        return self._items[place]

    def __setitem__(self, place, value):
        if isinstance(place, slice):
            if not isinstance(value, array):
                kind = type(value).__name__
                raise TypeError(f'can only assign array (not "{kind}") to array slice')
            self._items[place] = self._same_kind(value)
            return
        if not hasattr(type(place), "__index__"):
            raise TypeError("array indices must be integers")
        if not -len(self._items) <= place < len(self._items):
            raise IndexError("array assignment index out of range")
        self._items[place] = self._number(value)

    def __delitem__(self, place):
        if not isinstance(place, slice) and not -len(self._items) <= place < len(self._items):
            raise IndexError("array assignment index out of range")
        del self._items[place]

    def __add__(self, other):
        return self._made_of(self._items + self._same_kind(other))

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(
                f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, times):
        return self._made_of(self._items * times)

    __rmul__ = __mul__

    def __imul__(self, times):
        self._items *= times
        return self

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    def __copy__(self):
        return self._made_of(list(self._items))

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __bytes__(self):
        return self.tobytes()

    def __repr__(self):
        if not self._items:
            return f"array('{self.typecode}')"
        text = repr(self.tounicode()) if self.typecode == "u" else repr(self._items)
        return f"array('{self.typecode}', {text})"


ArrayType = array
_name_in_messages(array, "array.array")
