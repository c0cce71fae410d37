"""The files that a pattern fits."""

import fnmatch as _fnmatch
import os as _os

__all__ = ["escape", "glob", "iglob"]


def has_magic(text):
    return any(letter in text for letter in "*?[")


def escape(pathname):
    """The pattern that fits just this name."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in pathname)


def glob(pathname, *, root_dir=None, recursive=False, include_hidden=False):
    """The files that a pattern fits, in the order of their names."""
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive,
                      include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, recursive=False, include_hidden=False):
    """The files that a pattern fits, one after the other."""
    start = "/" if pathname.startswith("/") else ""
    yield from _found(start, [part for part in pathname.split("/") if part], root_dir or "",
                      recursive, include_hidden)


def _found(base, parts, root, recursive, hidden):
    first, *rest = parts
    if first == "**" and recursive:
        if rest:
            yield from _found(base, rest, root, recursive, hidden)
        elif base:
            yield base if base.endswith("/") else base + "/"
        for name in _names(base, root, hidden):
            path = _os.path.join(base, name)
            if _os.path.isdir(_os.path.join(root, path)):
                yield from _found(path, parts, root, recursive, hidden)
            elif not rest:
                yield path
        return
    names = [name for name in _names(base, root, hidden or first.startswith("."))
             if _fnmatch.fnmatchcase(name, first)] if has_magic(first) else [first]
    for name in names:
        path = _os.path.join(base, name)
        if rest:
            if _os.path.isdir(_os.path.join(root, path)):
                yield from _found(path, rest, root, recursive, hidden)
        elif _os.path.exists(_os.path.join(root, path)):
            yield path


def _names(base, root, hidden):
    folder = _os.path.join(root, base) or "."
    if not _os.path.isdir(folder):
        return []
    return [name for name in _os.listdir(folder) if hidden or not name.startswith(".")]
