"""Text to bytes and back, by the names of encodings."""

BOM_UTF8 = b"\xef\xbb\xbf"


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """A file whose text is in an encoding; line ends stay as they are."""
    import io
    if encoding is None or "b" in mode:
        return io.open(filename, mode)
    return io.open(filename, mode, encoding=encoding, errors=errors, newline="")


def encode(obj, encoding="utf-8", errors="strict"):
    return _rotated(obj) if encoding in ("rot13", "rot_13") else obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    return _rotated(obj) if encoding in ("rot13", "rot_13") else bytes(obj).decode(encoding, errors)


def _rotated(text):
    """Each letter's other half of the alphabet."""
    import string
    lower, upper = string.ascii_lowercase, string.ascii_uppercase
    turned = lower[13:] + lower[:13] + upper[13:] + upper[:13]
    return text.translate(str.maketrans(lower + upper, turned))
