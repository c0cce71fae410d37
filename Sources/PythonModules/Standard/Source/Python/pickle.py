"""Refused: unpickling can run any code."""

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4


class PickleError(Exception):
    """What pickling can fail with."""


class PicklingError(PickleError):
    """A value that can't be pickled."""


class UnpicklingError(PickleError):
    """A text that is no pickle."""


def _refused(name, reason):
    def function(*args, **kwargs):
        raise NotSupported(f"pickle.{name} is not available in nbrun ({reason})")
    function.__name__ = name
    return function


dump, dumps, Pickler = (_refused(name, "json.dumps writes plain data as text")
                        for name in ("dump", "dumps", "Pickler"))
load, loads, Unpickler = (_refused(name, "unpickling can run any code")
                          for name in ("load", "loads", "Unpickler"))
