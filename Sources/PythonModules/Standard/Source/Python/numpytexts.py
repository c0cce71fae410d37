"""Arrays in files that people can read: numbers in rows and columns."""

import itertools as _itertools
import operator as _operator
import os as _os
import warnings as _warnings

import numpy as np


def _lines(source, encoding):
    """The lines of a file, of a path or of a list."""
    if isinstance(source, (str, bytes)) or hasattr(source, '__fspath__'):
        path = _os.fspath(source)
        if not _os.path.exists(path):
            raise FileNotFoundError(f'{path} not found.')
        with open(path, encoding=None if encoding in (None, 'bytes') else encoding) as file:
            return file.read().splitlines()
    return [(line.decode('latin1') if isinstance(line, bytes) else line).rstrip('\r\n')
            for line in source]


def _name(source):
    return str(source) if not hasattr(source, '__fspath__') else _os.fspath(source)


def _marks(comments):
    """What begins a comment: nothing, or one or several texts."""
    if comments is None:
        return []
    if isinstance(comments, (str, bytes)):
        comments = [comments]
    return [mark.decode('latin1') if isinstance(mark, bytes) else mark for mark in comments]


def _without_comment(line, marks):
    for mark in marks:
        line = line.split(mark, 1)[0]
    return line


def _fields(line, delimiter, quote=None):
    """The fields of a line; inside quotes the delimiter is a letter as any other."""
    if quote is None or quote not in line:
        return line.split(delimiter)
    fields, inside = [''], False
    for letter in line:
        if letter == quote:
            inside = not inside
        elif not inside and (letter == delimiter or delimiter is None and letter.isspace()):
            fields.append('')
        else:
            fields[-1] += letter
    return fields if delimiter is not None else [field for field in fields if field]


def _columns(usecols):
    """The wanted columns as a list; None for all."""
    if usecols is None:
        return None
    return [_operator.index(column)
            for column in (usecols if np.iterable(usecols) else [usecols])]


# Writing

def savetxt(fname, X, fmt='%.18e', delimiter=' ', newline='\n', header='', footer='',
            comments='# ', encoding=None):
    """Writes an array, a row to a line."""
    X = np.asarray(X)
    if X.ndim == 0 or X.ndim > 2:
        raise ValueError(f'Expected 1D or 2D array, got {X.ndim}D array instead')
    rows = X.reshape(-1, 1) if X.ndim == 1 else X
    form = _row_form(fmt, rows.shape[1], delimiter, np.iscomplexobj(X))
    text = [_noted(header, comments, newline)]
    for row in rows:
        values = list(row)
        if np.iscomplexobj(X):
            values = [part for number in values for part in (number.real, number.imag)]
        try:
            text.append((form % tuple(values)).replace('+-', '-') + newline)
        except TypeError as error:
            raise TypeError(f"Mismatch between array dtype ('{X.dtype}') and "
                            f"format specifier ('{form}')") from error
    text.append(_noted(footer, comments, newline))
    _write(fname, ''.join(text), encoding)


def _row_form(fmt, count, delimiter, is_complex):
    """The format of a whole row."""
    if isinstance(fmt, (list, tuple)):
        if len(fmt) != count:
            raise AttributeError(f'fmt has wrong shape.  {fmt}')
        return delimiter.join(fmt)
    if not isinstance(fmt, str):
        raise ValueError(f'invalid fmt: {fmt!r}')
    numbers = fmt.count('%')
    if numbers == 1:
        return delimiter.join([f' ({fmt}+{fmt}j)' if is_complex else fmt] * count)
    if numbers != (2 * count if is_complex else count):
        raise ValueError(f'fmt has wrong number of % formats:  {fmt}')
    return fmt


def _noted(text, comments, newline):
    """A header or a footer as a comment."""
    return comments + text.replace('\n', '\n' + comments) + newline if text else ''


def _write(file, text, encoding):
    if hasattr(file, 'write'):
        try:
            file.write(text)
        except TypeError:
            file.write(text.encode(encoding or 'latin1'))
        return
    with open(file, 'w', encoding=encoding or 'latin1') as out:
        out.write(text)


# Reading: every field is there

def loadtxt(fname, dtype=float, comments='#', delimiter=None, converters=None, skiprows=0,
            usecols=None, unpack=False, ndmin=0, encoding='bytes', max_rows=None, *,
            quotechar=None, like=None):
    """The array of a text whose rows have equally many fields."""
    if ndmin not in (0, 1, 2):
        raise ValueError(f'Illegal value of ndmin keyword: {ndmin}')
    dtype = np.dtype(dtype)
    marks, columns = _marks(comments), _columns(usecols)
    rows = []
    for line in _lines(fname, encoding)[skiprows:]:
        line = _without_comment(line, marks).strip(' \t' if delimiter is None else '')
        if not line:
            continue
        if max_rows is not None and len(rows) == max_rows:
            break
        rows.append(_row(_fields(line, delimiter, quotechar), rows, columns))
    if not rows:
        _warnings.warn(f'loadtxt: input contained no data: "{_name(fname)}"', stacklevel=3)
        return np.zeros((0, 1) if ndmin == 2 else 0, dtype)
    values = [[_element(field, dtype, converters, number, column, columns)
               for column, field in enumerate(row)] for number, row in enumerate(rows)]
    return _shaped(np.array(values, dtype), ndmin, unpack)


def _row(fields, rows, columns):
    """The wanted fields of a line, which are as many as in the lines before."""
    number = len(rows) + 1
    if columns is not None:
        for column in columns:
            if not -len(fields) <= column < len(fields):
                raise ValueError(
                    f'invalid column index {column} at row {number} with {len(fields)} columns')
        return [fields[column] for column in columns]
    if rows and len(rows[0]) != len(fields):
        raise ValueError(
            f'the number of columns changed from {len(rows[0])} to {len(fields)} at row {number}; '
            'use `usecols` to select a subset and avoid this error')
    return fields


def _element(field, dtype, converters, row, column, columns):
    place = column if columns is None else columns[column]
    convert = converters.get(place) if isinstance(converters, dict) else converters
    try:
        return convert(field) if convert is not None else _number(field, dtype)
    except ValueError:
        raise ValueError(f"could not convert string '{field}' to {dtype} at row {row}, "
                         f'column {column + 1}.') from None


def _number(field, dtype):
    """The value of a field in a type; fails with `ValueError`."""
    kind = dtype.kind
    if kind == 'U':
        return field
    field = field.strip()
    if '_' in field:
        raise ValueError(field)
    if kind == 'b':
        return bool(int(field))
    if kind == 'c':
        return complex(field.replace(' ', ''))
    if kind in 'iu':
        try:
            return int(field)
        except ValueError:
            return int(float(field))
    return float(field)


def _shaped(array, ndmin, unpack):
    """Without the axes of one element, as far as `ndmin` allows."""
    if array.ndim > ndmin:
        array = np.squeeze(array) if ndmin == 0 else _squeezed(array, ndmin)
    return array.T if unpack else array


def _squeezed(array, ndmin):
    return array if ndmin == 2 else np.atleast_1d(np.squeeze(array))


# Reading: fields may be missing

def genfromtxt(fname, dtype=float, comments='#', delimiter=None, skip_header=0, skip_footer=0,
               converters=None, missing_values=None, filling_values=None, usecols=None,
               names=None, excludelist=None, deletechars=None, replace_space='_',
               autostrip=False, case_sensitive=True, defaultfmt='f%i', unpack=None,
               usemask=False, loose=True, invalid_raise=True, max_rows=None, encoding='bytes', *,
               ndmin=0, like=None):
    """The array of a text in which fields may be missing."""
    if usemask:
        raise NotSupported('np.genfromtxt with a mask is not available in nbrun')
    marks, columns = _marks(comments), _columns(usecols)
    rows = []
    for number, line in enumerate(_lines(fname, encoding)[skip_header:], skip_header + 1):
        line = _without_comment(line, marks)
        if line.strip():
            rows.append((number, _missing_fields(line, delimiter)))
    rows = rows[:len(rows) - skip_footer][:max_rows]
    if not rows:
        _warnings.warn(f'genfromtxt: Empty input file: "{_name(fname)}"', stacklevel=2)
        return np.zeros(0, float if dtype is None else dtype)
    rows = _equally_long(rows, columns, invalid_raise)
    if columns is not None:
        rows = [[row[column] for column in columns] for row in rows]
    if names is not None:
        return _records(rows, names, dtype, deletechars, replace_space)
    kind = np.dtype(_guess(rows) if dtype is None else dtype)
    reader = _FieldReader(kind, converters, missing_values, filling_values, loose, columns)
    values = [[reader.value(field.strip(), column) for column, field in enumerate(row)]
              for row in rows]
    return _shaped(np.array(values, kind), ndmin, unpack)


def _records(rows, names, dtype, deletechars, replace_space):
    """The rows as records, whose names are given or stand in the first row."""
    if names is True:
        names, rows = rows[0], rows[1:]
    elif isinstance(names, str):
        names = names.split(',')
    left_out = set("~!@#$%^&*()-=+~\\|]}[{';: /?.>,<" if deletechars is None else deletechars)
    names = [''.join(letter for letter in name.strip().replace(' ', replace_space)
                     if letter not in left_out) for name in names]
    columns = []
    for place in range(len(names)):
        fields = [row[place].strip() for row in rows]
        kinds = [(float, 'f8')] if dtype is float else [(int, 'i8'), (float, 'f8')]
        columns.append(_column(fields, kinds, 'f8' if dtype is float else None))
    kind = np.dtype([(name, part) for name, (part, _) in zip(names, columns)])
    made = np.array(list(zip(*[values for _, values in columns])), dtype=kind)
    return made[0] if len(rows) == 1 else made


def _column(fields, kinds, fallback):
    for convert, kind in kinds:
        try:
            return kind, [convert(field) if field else (-1 if convert is int else np.nan)
                          for field in fields]
        except ValueError:
            continue
    if fallback is not None:
        return fallback, [np.nan] * len(fields)
    return 'U%d' % max(map(len, fields)), fields


def _missing_fields(line, delimiter):
    """The fields of a line, between delimiters or of given widths."""
    if delimiter is None or isinstance(delimiter, str):
        return line.split(delimiter)
    if isinstance(delimiter, int):
        return [line[place:place + delimiter] for place in range(0, len(line), delimiter)]
    ends = list(_itertools.accumulate(delimiter))
    return [line[start:end] for start, end in zip([0] + ends, ends)]


def _equally_long(rows, columns, invalid_raise):
    count = len(rows[0][1])
    if columns is None:
        wrong = [(number, len(row)) for number, row in rows if len(row) != count]
    else:
        wrong = [(number, len(row)) for number, row in rows if len(row) <= max(columns)]
    if wrong:
        lines = '\n'.join(f'    Line #{number} (got {found} columns instead of {count})'
                          for number, found in wrong)
        if invalid_raise:
            raise ValueError(f'Some errors were detected !\n{lines}')
        _warnings.warn(f'Some errors were detected !\n{lines}', stacklevel=3)
    bad = {number for number, _ in wrong}
    return [row for number, row in rows if number not in bad]


def _guess(rows):
    """The narrowest of the types that can hold all fields."""
    for kind, convert in [('int64', int), ('float64', float), ('complex128', complex)]:
        guesses = [_fits(rows, column, convert) for column in range(len(rows[0]))]
        if all(guesses):
            return kind
        if any(guesses):
            raise NotSupported('np.genfromtxt with columns of several types gives records, '
                                      'which are not available in nbrun')
    return 'U'


def _fits(rows, column, convert):
    for row in rows:
        try:
            convert(row[column].strip() or 0)
        except ValueError:
            return False
    return True


class _FieldReader:
    """Reads fields of which some are missing."""

    _DEFAULTS = {'i': -1, 'u': -1, 'b': False, 'U': '', 'c': complex('nan')}

    def __init__(self, dtype, converters, missing, filling, loose, columns):
        self._dtype = dtype
        self._converters = converters or {}
        self._missing = missing
        self._filling = filling
        self._loose = loose
        self._columns = columns

    def value(self, field, column):
        if column in self._converters:
            return self._converters[column](field)
        if not field or field in self._names_of_missing(column):
            return self._filler(column)
        try:
            return _number(field, self._dtype)
        except ValueError:
            if not self._loose:
                raise ValueError(f"Cannot convert string '{field}'") from None
            return self._filler(column)

    def _names_of_missing(self, column):
        return _of_column(self._missing, column, ()) or ()

    def _filler(self, column):
        default = self._DEFAULTS.get(self._dtype.kind, float('nan'))
        filler = _of_column(self._filling, column, None)
        return default if filler is None else filler


def _of_column(given, column, default):
    """What was given for a column, for every column, or not at all."""
    if isinstance(given, dict):
        return given.get(column, default)
    if isinstance(given, (list, tuple)):
        return given[column] if column < len(given) else default
    return default if given is None else given
