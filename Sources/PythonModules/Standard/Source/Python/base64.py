"""Bytes as text."""

__all__ = ["b16decode", "b16encode", "b64decode", "b64encode", "standard_b64decode",
           "standard_b64encode", "urlsafe_b64decode", "urlsafe_b64encode"]

_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


class Error(ValueError):
    """A text that is not of this notation."""


Error.__module__ = "binascii"


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    if not isinstance(s, (bytes, bytearray, memoryview)):
        raise TypeError("argument should be a bytes-like object or ASCII string, "
                        f"not {type(s).__name__!r}")
    return bytes(s)


def _checked(s):
    if not isinstance(s, (bytes, bytearray, memoryview)):
        raise TypeError(f"a bytes-like object is required, not '{type(s).__name__}'")
    return bytes(s)


def b64encode(s, altchars=None):
    """Bytes as letters, six bits each."""
    s = _checked(s)
    letters = _LETTERS if altchars is None else _LETTERS[:62] + altchars
    result = bytearray()
    for start in range(0, len(s), 3):
        part = s[start:start + 3]
        number = int.from_bytes(part + b"\0" * (3 - len(part)), "big")
        quad = [letters[number >> shift & 63] for shift in (18, 12, 6, 0)]
        result += bytes(quad[:len(part) + 1]) + b"=" * (3 - len(part))
    return bytes(result)


def b64decode(s, altchars=None, validate=False):
    """The bytes of letters."""
    text = _bytes(s)
    if altchars is not None:
        other = _bytes(altchars)
        text = text.replace(other[:1], b"+").replace(other[1:], b"/")
    values = {letter: index for index, letter in enumerate(_LETTERS)}
    if validate and any(letter not in values and letter != 61 for letter in text):
        raise Error("Only base64 data is allowed")
    bits = [values[letter] for letter in text if letter in values]
    padding = text.count(b"=")
    if len(bits) % 4 == 1:
        raise Error(f"Invalid base64-encoded string: number of data characters ({len(bits)}) "
                    "cannot be 1 more than a multiple of 4")
    if (len(bits) + padding) % 4 and (len(bits) % 4):
        raise Error("Incorrect padding")
    result = bytearray()
    for start in range(0, len(bits), 4):
        quad = bits[start:start + 4]
        number = 0
        for value in quad + [0] * (4 - len(quad)):
            number = number << 6 | value
        result += number.to_bytes(3, "big")[:len(quad) - 1]
    return bytes(result)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    """As `b64encode`, with letters that addresses may have."""
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


def b16encode(s):
    """Bytes as hexadecimal digits."""
    return _checked(s).hex().upper().encode()


def b16decode(s, casefold=False):
    return bytes.fromhex(_bytes(s).decode())
