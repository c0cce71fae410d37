"""The machine, as far as a page may know it: the same on every machine."""

import sys as _sys


def python_version():
    return ".".join(map(str, _sys.version_info[:3]))


def python_version_tuple():
    return tuple(map(str, _sys.version_info[:3]))


def python_implementation():
    return "CPython"


def system():
    return "Linux"


def machine():
    return "x86_64"


def processor():
    return ""


def node():
    return "localhost"


def release():
    return ""


def version():
    return ""


def architecture(executable="", bits="", linkage=""):
    return "64bit", ""


def platform(aliased=False, terse=False):
    return f"{system()}-{machine()}"
