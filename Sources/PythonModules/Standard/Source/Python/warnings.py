"""Remarks that do not end a program."""

import re as _re
import sys as _sys
from _warnings import _location

filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
_seen = set()


class WarningMessage:
    """A warning that was recorded."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self._category_name = category.__name__
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, "
                f"filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}")


def warn(message, category=None, stacklevel=1, source=None):
    """Gives a warning at the place of the caller."""
    if isinstance(message, Warning):
        category = message.__class__
    category = UserWarning if category is None else category
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(
            f"category must be a Warning subclass, not '{type(category).__name__}'")
    filename, lineno, line = _location(stacklevel)
    _give(message, category, filename, lineno, line)


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    """Gives a warning at a place."""
    _give(message, category, filename, lineno, None)


def _of_syntax(message, filename, lineno, line):
    _give(message, SyntaxWarning, filename, lineno, line)


def _give(message, category, filename, lineno, line):
    text = str(message)
    if not isinstance(message, Warning):
        message = category(message)
    action = _action(text, category, lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    key = {"once": (text, category), "module": (text, category, filename)}.get(
        action, (text, category, filename, lineno))
    if action != "always":
        if key in _seen:
            return
        _seen.add(key)
    _showing(WarningMessage(message, category, filename, lineno, line=line))


def _action(text, category, lineno):
    for action, message, kind, module, line in filters:
        if ((message is None or message.match(text)) and issubclass(category, kind)
                and (module is None or module == "__main__" or module.match("__main__"))
                and line in (0, lineno)):
            return action
    return "default"


def formatwarning(message, category, filename, lineno, line=None):
    """A warning as text."""
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    return f"{text}  {line.strip()}\n" if line and line.strip() else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to the error output."""
    (file or _sys.stderr).write(formatwarning(message, category, filename, lineno, line))


def _show(warning):
    showwarning(warning.message, warning.category, warning.filename, warning.lineno,
                warning.file, warning.line)


_showing = _show


def _changed():
    _seen.clear()


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Says what is done with warnings of a class."""
    _insert((action, None, category, None, lineno), append)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Says what is done with warnings by class, text and place."""
    if action not in ("error", "ignore", "always", "default", "module", "once"):
        raise AssertionError(f"invalid action: {action!r}")
    _insert((action, _re.compile(message, _re.I) if message else None, category,
             _re.compile(module) if module else None, lineno), append)


def _insert(item, append):
    if item in filters:
        filters.remove(item)
    if append:
        filters.append(item)
    else:
        filters.insert(0, item)
    _changed()


def resetwarnings():
    """Forgets all filters."""
    filters.clear()
    _changed()


class catch_warnings:
    """Keeps filters, and with `record` the warnings, to a block."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)

    def __enter__(self):
        global _showing
        self._filters = filters[:]
        self._showing = _showing
        _changed()
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        log = []
        _showing = log.append
        return log

    def __exit__(self, *exc_info):
        global _showing
        filters[:] = self._filters
        _showing = self._showing
        _changed()
