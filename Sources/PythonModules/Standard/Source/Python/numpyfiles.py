"""Arrays in files: NumPy's own two forms, and bytes as they lie in memory."""

import os as _os
import re as _re

import _native
import numpy as np

_MAGIC = b'\x93NUMPY'
_PICKLES = ('Object arrays are pickles, and a pickle can run anything when it is read: '
            'nbrun keeps numbers and text only')


class _Opened:
    """A file by its path, closed at the end, or a file that somebody else has open."""

    def __init__(self, file, mode, **options):
        self._is_ours = isinstance(file, (str, bytes)) or hasattr(file, '__fspath__')
        self._file = open(file, mode, **options) if self._is_ours else file

    def __enter__(self):
        return self._file

    def __exit__(self, *_):
        if self._is_ours:
            self._file.close()


def _with_ending(file, ending):
    """The path with an ending, if it is a path that does not have it."""
    if hasattr(file, 'write'):
        return file
    path = _os.fspath(file)
    return path if path.endswith(ending) else path + ending


# One array

def _npy(array):
    """The bytes of an .npy file: a header that a person can read, and the elements."""
    if array.dtype.kind == 'O':
        raise NotSupported(_PICKLES)
    by_columns = array.flags.f_contiguous and not array.flags.c_contiguous
    text = (f"{{'descr': {array.dtype.str!r}, 'fortran_order': {by_columns}, "
            f"'shape': {array.shape!r}, }}")
    # The elements begin at a multiple of 64 bytes; room is left for a shape that grows to 21 digits.
    text += ' ' * max(0, 21 - len(repr(array.shape[-1 if by_columns else 0]))) if array.shape else ''
    padding = -(len(_MAGIC) + 4 + len(text) + 1) % 64
    header = (text + ' ' * padding + '\n').encode('latin1')
    data = _memory(array.T if by_columns else array)
    return _MAGIC + b'\x01\x00' + len(header).to_bytes(2, 'little') + header + data


def _memory(array):
    """The bytes of the elements; a letter takes four, and short texts are filled up with zeros."""
    if array.dtype.kind != 'U':
        return array.tobytes()
    width = array.dtype.itemsize // 4
    return b''.join(ord(letter).to_bytes(4, 'little')
                    for text in array.ravel().tolist() for letter in text.ljust(width, '\0'))


def _part(file, count, what):
    data = file.read(count)
    if len(data) != count:
        raise ValueError(f'EOF: reading {what}, expected {count} bytes got {len(data)}')
    return data


def _header(file):
    """The type, the shape and the order of the elements that follow."""
    version = _part(file, 2, 'magic string')
    if tuple(version) not in [(1, 0), (2, 0), (3, 0)]:
        raise ValueError(
            f'we only support format version (1,0), (2,0), and (3,0), not {tuple(version)}')
    length = _part(file, 2 if version[0] == 1 else 4, 'array header length')
    text = _part(file, int.from_bytes(length, 'little'), 'array header')
    text = text.decode('latin1')
    kind = _re.search(r"'descr': *(\[|'[^']*')", text)
    order = _re.search(r"'fortran_order': *(True|False)", text)
    shape = _re.search(r"'shape': *\(([0-9, ]*)\)", text)
    if not (kind and order and shape):
        raise ValueError(f'Cannot parse header: {text!r}')
    lengths = tuple(int(part) for part in shape[1].split(',') if part.strip())
    return kind[1].strip("'"), lengths, order[1] == 'True'


def _read_npy(file):
    """The array that begins behind the magic string."""
    kind, shape, by_columns = _header(file)
    if kind == '[':
        raise NotSupported('arrays of records are not available in nbrun')
    if kind == '|O':
        raise ValueError('Object arrays cannot be loaded when allow_pickle=False')
    count = 1
    for length in shape:
        count *= length
    dtype = np.dtype(kind.lstrip('=<|') if kind[0] != '>' else kind[1:])
    width = 4 * int(kind[2:]) if dtype.kind == 'U' else dtype.itemsize
    data = file.read(count * width)
    if len(data) < count * width:
        whole = len(data) // width
        shown = repr(shape).replace(' ', '')
        raise ValueError(f'cannot reshape array of size {whole} into shape {shown}')
    if kind[0] == '>':
        data = _swapped(data, 4 if dtype.kind == 'U' else width)
    array = _elements(data, dtype, count, width)
    return array.reshape(shape[::-1]).T if by_columns else array.reshape(shape)


def _elements(data, dtype, count, width):
    """A vector of the elements that bytes hold, each `width` long."""
    if count == 0:
        return np.zeros(0, dtype)
    if dtype.kind != 'U':
        return np.array(np.frombuffer(data, dtype=dtype, count=count))
    return np.array([_text(data[place:place + width])
                     for place in range(0, count * width, width)], dtype)


def _text(data):
    letters = [int.from_bytes(data[place:place + 4], 'little') for place in range(0, len(data), 4)]
    return ''.join(map(chr, letters)).rstrip('\0')


def _swapped(data, width):
    """The same elements with the bytes of each the other way round."""
    return b''.join(data[place:place + width][::-1] for place in range(0, len(data), width))


def save(file, arr, allow_pickle=True, fix_imports=True):
    """Writes an array as an .npy file."""
    data = _npy(np.asanyarray(arr))
    with _Opened(_with_ending(file, '.npy'), 'wb') as out:
        out.write(data)


# Several arrays

class NpzFile:
    """The arrays of an .npz file by their names."""

    _MOST_NAMES = 5

    def __init__(self, members, name):
        self._members = members
        self._name = name
        self.files = [member.removesuffix('.npy') for member in members]
        self.f = _Fields(self)

    def __getitem__(self, key):
        if key not in self.files and key not in self._members:
            raise KeyError(f'{key} is not a file in the archive')
        if self._members is None:
            raise AttributeError("'NoneType' object has no attribute 'open'")
        data = self._members[key if key in self._members else key + '.npy']
        return _from_bytes(data) if data[:len(_MAGIC)] == _MAGIC else data

    def __contains__(self, key):
        return key in self.files or (self._members is not None and key in self._members)

    def __iter__(self):
        return iter(self.files)

    def __len__(self):
        return len(self.files)

    def keys(self):
        return self.files

    def values(self):
        return [self[key] for key in self.files]

    def items(self):
        return [(key, self[key]) for key in self.files]

    def get(self, key, default=None):
        return self[key] if key in self else default

    def close(self):
        self._members = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __repr__(self):
        names = ', '.join(self.files[:self._MOST_NAMES])
        more = '...' if len(self.files) > self._MOST_NAMES else ''
        name = 'object' if self._members is None else self._name
        return f'NpzFile {name!r} with keys: {names}{more}'


NpzFile.__module__ = 'numpy.lib.npyio'


class _Fields:
    """The arrays of an .npz file as attributes."""

    def __init__(self, arrays):
        self._arrays = arrays

    def __getattr__(self, key):
        try:
            return self._arrays[key]
        except KeyError:
            raise AttributeError(key) from None

    def __dir__(self):
        return self._arrays.files


def _save_all(file, args, kwds):
    named = dict(kwds)
    for place, array in enumerate(args):
        key = f'arr_{place}'
        if key in named:
            raise ValueError(f'Cannot use un-named variables and keyword {key}')
        named[key] = array
    archive = _native.write_zip({
        key + '.npy': _npy(np.asanyarray(array)) for key, array in named.items()})
    with _Opened(_with_ending(file, '.npz'), 'wb') as out:
        out.write(archive)


def savez(file, *args, **kwds):
    """Writes several arrays as one .npz file."""
    _save_all(file, args, kwds)


def savez_compressed(file, *args, **kwds):
    """Writes several arrays as one .npz file; they take the room that they take in memory."""
    _save_all(file, args, kwds)


# Both

class _Bytes:
    """Bytes that are read from the beginning."""

    def __init__(self, data):
        self._data = data
        self._place = 0

    def read(self, count):
        data = self._data[self._place:self._place + count]
        self._place += count
        return data


def _from_bytes(data):
    file = _Bytes(data)
    file.read(len(_MAGIC))
    return _read_npy(file)


def load(file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding='ASCII', *,
         max_header_size=10000):
    """The array of an .npy file, or the arrays of an .npz file."""
    if encoding not in ('ASCII', 'latin1', 'bytes'):
        raise ValueError("encoding must be 'ASCII', 'latin1', or 'bytes'")
    with _Opened(file, 'rb') as found:
        magic = found.read(len(_MAGIC))
        if not magic:
            raise EOFError('No data left in file')
        if magic == _MAGIC:
            return _read_npy(found)
        if magic[:4] in (b'PK\x03\x04', b'PK\x05\x06'):
            name = getattr(found, 'name', 'object') if isinstance(file, str) else 'object'
            return NpzFile(_native.read_zip(magic + found.read()), name)
    if not allow_pickle:
        raise ValueError('Cannot load file containing pickled data when allow_pickle=False')
    raise NotSupported(_PICKLES)


# Bytes as they lie in memory

def fromfile(file, dtype=float, count=-1, sep='', offset=0, *, like=None):
    """A vector of what a file holds, as bytes or, with `sep`, as text."""
    dtype = np.dtype(dtype)
    with _Opened(file, 'rb') as found:
        found.read(offset)
        data = found.read()
    if sep:
        return np.fromstring(data.decode('latin1'), dtype=dtype, count=count, sep=sep)
    width = dtype.itemsize
    there = len(data) // width
    return _elements(data, dtype, there if count < 0 else min(count, there), width)


def tofile(array, fid, sep='', format='%s'):
    """Writes the elements alone, as bytes or, with `sep`, as text."""
    array = np.asanyarray(array)
    if sep:
        data = sep.join(format % element for element in array.ravel().tolist()).encode('latin1')
    else:
        data = _memory(array)
    with _Opened(fid, 'wb') as out:
        out.write(data)
