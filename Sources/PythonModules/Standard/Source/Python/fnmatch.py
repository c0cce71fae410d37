"""Names and patterns with `*` and `?`."""

import re as _re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def translate(pat):
    """The regular expression of a pattern."""
    pieces = []
    index = 0
    while index < len(pat):
        letter = pat[index]
        index += 1
        if letter == "*":
            if pieces[-1:] != [".*"]:
                pieces.append(".*")
        elif letter == "?":
            pieces.append(".")
        elif letter == "[" and "]" in pat[index + 1:]:
            end = pat.index("]", index + 1)
            inner = pat[index:end].replace("\\", r"\\")
            index = end + 1
            pieces.append(f"[^{inner[1:]}]" if inner[0] == "!" else f"[{inner}]")
        else:
            pieces.append(_re.escape(letter))
    return f"(?s:{''.join(pieces)})\\Z"


def fnmatchcase(name, pat):
    """Whether a name fits a pattern."""
    return _re.match(translate(pat), name) is not None


fnmatch = fnmatchcase


def filter(names, pat):
    """The names that fit a pattern."""
    return [name for name in names if fnmatchcase(name, pat)]
