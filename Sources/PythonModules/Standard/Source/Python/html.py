"""Text in HTML."""

import re as _re

__all__ = ["escape", "unescape"]

_NAMES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\xa0",
          "copy": "\xa9", "reg": "\xae", "times": "\xd7", "middot": "\xb7", "ndash": "\u2013",
          "mdash": "\u2014", "lsquo": "\u2018", "rsquo": "\u2019", "ldquo": "\u201c",
          "rdquo": "\u201d", "hellip": "\u2026", "rarr": "\u2192", "larr": "\u2190"}


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def unescape(s):
    """The text with the usual references as characters."""
    return _re.sub(r"&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z]+);", _character, s)


def _character(found):
    name = found[1]
    if name[0] != "#":
        return _NAMES.get(name, found[0])
    number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    if number > 0x10FFFF or number == 0 or 0xD800 <= number <= 0xDFFF:
        return "\ufffd"
    return chr(number)
