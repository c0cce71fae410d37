"""Where an exception came from, as text."""

import sys as _sys
from _native import traceback as _lines

__all__ = ["format_exc", "format_exception", "format_exception_only", "print_exc",
           "print_exception"]


def _exception(exc, value):
    return exc if isinstance(exc, BaseException) else value


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    """The lines that end a program with this exception."""
    return list(_lines(_exception(exc, value)))


def format_exception_only(exc, /, value=None):
    """Class and message of an exception."""
    exc = _exception(exc, value)
    text = str(exc)
    cls = type(exc)
    name = cls.__qualname__ if cls.__module__ in ("builtins", "__main__") \
        else f"{cls.__module__}.{cls.__qualname__}"
    return [f"{name}: {text}\n" if text else f"{name}\n"]


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    """Writes the lines of an exception to the error output."""
    (file or _sys.stderr).write("".join(format_exception(exc, value)))


def format_exc(limit=None, chain=True):
    """The lines of the exception that is being handled."""
    exc = _sys.exc_info()[1]
    return "NoneType: None\n" if exc is None else "".join(format_exception(exc))


def print_exc(limit=None, file=None, chain=True):
    """Writes the lines of the exception that is being handled."""
    (file or _sys.stderr).write(format_exc())
