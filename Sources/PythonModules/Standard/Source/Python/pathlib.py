"""Paths as objects."""

import fnmatch as _fnmatch
import os as _os

__all__ = ["Path", "PosixPath", "PurePath", "PurePosixPath"]


def _parts(paths):
    root, parts = "", []
    for path in paths:
        text = path if isinstance(path, str) else _os.fspath(path)
        if text.startswith("/"):
            root, parts = "/", []
        parts += [part for part in text.split("/") if part not in ("", ".")]
    return root, parts


class PurePath:
    """A path that knows no files."""

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        elif cls is Path:
            cls = PosixPath
        for arg in args:
            if not isinstance(arg, str) and not hasattr(arg, "__fspath__"):
                raise TypeError("expected str, bytes or os.PathLike object, "
                                f"not {type(arg).__name__}")
        self = object.__new__(cls)
        self._root, self._parts = _parts(args)
        return self

    def _made(self, root, parts):
        made = object.__new__(type(self))
        made._root, made._parts = root, parts
        return made

    def __str__(self):
        return self._root + "/".join(self._parts) or "."

    __fspath__ = as_posix = __str__

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __truediv__(self, other):
        try:
            return type(self)(self, other)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, other):
        try:
            return type(self)(other, self)
        except TypeError:
            return NotImplemented

    def joinpath(self, *args):
        return type(self)(self, *args)

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(str(self))

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self.parts <= other.parts if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self.parts > other.parts if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self.parts >= other.parts if isinstance(other, PurePath) else NotImplemented

    drive = property(lambda self: "")
    root = property(lambda self: self._root)
    anchor = root

    @property
    def parts(self):
        return ((self._root,) if self._root else ()) + tuple(self._parts)

    @property
    def name(self):
        return self._parts[-1] if self._parts else ""

    @property
    def suffix(self):
        dot = self.name.rfind(".")
        return self.name[dot:] if 0 < dot < len(self.name) - 1 else ""

    @property
    def suffixes(self):
        if self.name.endswith("."):
            return []
        return ["." + part for part in self.name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        suffix = self.suffix
        return self.name[:-len(suffix)] if suffix else self.name

    @property
    def parent(self):
        return self._made(self._root, self._parts[:-1])

    @property
    def parents(self):
        return tuple(self._made(self._root, self._parts[:end])
                     for end in range(len(self._parts) - 1, -1, -1))

    def is_absolute(self):
        return bool(self._root)

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._made(self._root, self._parts[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self.with_name(self.stem + suffix)

    def relative_to(self, *other):
        root, parts = _parts(other)
        if root != self._root or self._parts[:len(parts)] != parts:
            base = str(type(self)(*other))
            raise ValueError(
                f"{str(self)!r} is not in the subpath of {base!r} OR one path is relative and "
                "the other is absolute.")
        return self._made("", self._parts[len(parts):])

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    def match(self, path_pattern):
        root, parts = _parts([path_pattern])
        if len(parts) > len(self._parts) or root and (
                root != self._root or len(parts) != len(self._parts)):
            return False
        return all(_fnmatch.fnmatchcase(name, pattern)
                   for name, pattern in zip(reversed(self._parts), reversed(parts)))


class PurePosixPath(PurePath):
    """A path as Linux writes it."""


class Path(PurePath):
    """A path below the note's folder, where files can be read."""

    @classmethod
    def cwd(cls):
        return cls(_os.path.abspath("."))

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def expanduser(self):
        return self

    def absolute(self):
        return type(self)(_os.path.abspath(self))

    def resolve(self, strict=False):
        if strict and not self.exists():
            raise FileNotFoundError(2, "No such file or directory", str(self))
        return self.absolute()

    def exists(self):
        return _os.path.exists(self)

    def is_file(self):
        return _os.path.isfile(self)

    def is_dir(self):
        return _os.path.isdir(self)

    def is_symlink(self):
        return False

    def stat(self):
        return _os.stat(self)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(str(self), mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open("r", encoding=encoding or "utf-8", errors=errors) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {data.__class__.__name__}")
        with self.open("w", encoding=encoding) as file:
            return file.write(data)

    def write_bytes(self, data):
        with self.open("wb") as file:
            return file.write(data)

    def iterdir(self):
        for name in _os.listdir(self):
            yield self / name

    def glob(self, pattern):
        root, parts = _parts([pattern])
        if not parts:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        if root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        yield from self._matches(parts)

    def rglob(self, pattern):
        yield from self.glob(f"**/{pattern}")

    def _matches(self, parts):
        first, *rest = parts
        if first == "**":
            folders = [self] + [folder for folder in self._folders()]
            seen = []
            for folder in folders:
                for found in folder._matches(rest) if rest else [folder]:
                    if found not in seen:
                        seen.append(found)
                        yield found
            return
        if not self.is_dir():
            return
        for name in _os.listdir(self):
            if _fnmatch.fnmatchcase(name, first):
                if rest:
                    yield from (self / name)._matches(rest)
                else:
                    yield self / name

    def _folders(self):
        if self.is_dir():
            for path in self.iterdir():
                if path.is_dir():
                    yield path
                    yield from path._folders()

    def mkdir(self, mode=511, parents=False, exist_ok=False):
        _os.makedirs(str(self), exist_ok=exist_ok)

    def unlink(self, missing_ok=False):
        _os.unlink(str(self))

    def rmdir(self):
        _os.rmdir(str(self))

    def rename(self, target):
        _os.rename(str(self), str(target))

    def replace(self, target):
        _os.replace(str(self), str(target))

    def touch(self, mode=438, exist_ok=True):
        self.open("a").close()


class PosixPath(Path, PurePosixPath):
    """A path on Linux."""
