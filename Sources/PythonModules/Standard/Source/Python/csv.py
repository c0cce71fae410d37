"""Tables as text with commas."""

__all__ = ["DictReader", "DictWriter", "Error", "QUOTE_ALL", "QUOTE_MINIMAL", "QUOTE_NONE",
           "QUOTE_NONNUMERIC", "Dialect", "excel", "excel_tab", "reader", "writer"]

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    """A text that is no table."""


class Dialect:
    """How a table is written."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    escapechar = None
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    skipinitialspace = False
    strict = False


class excel(Dialect):
    """With commas."""


class excel_tab(excel):
    """With tabulators."""

    delimiter = "\t"


_DIALECTS = {"excel": excel, "excel-tab": excel_tab}


def _dialect(dialect, options):
    if isinstance(dialect, str):
        if dialect not in _DIALECTS:
            raise Error("unknown dialect")
        dialect = _DIALECTS[dialect]
    made = Dialect()
    for name in ("delimiter", "quotechar", "doublequote", "escapechar", "lineterminator",
                 "quoting", "skipinitialspace", "strict"):
        setattr(made, name, options.pop(name, getattr(dialect, name)))
    if options:
        raise TypeError(f"{next(iter(options))!r} is an invalid keyword argument for this function")
    if not isinstance(made.delimiter, str) or len(made.delimiter) != 1:
        raise TypeError('"delimiter" must be a 1-character string')
    return made


class reader:
    """The rows of a table."""

    def __init__(self, csvfile, dialect="excel", **fmtparams):
        self._lines = iter(csvfile)
        self.dialect = _dialect(dialect, fmtparams)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        row, field, quoted, inside = [], [], False, False
        style = self.dialect
        is_first = True
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if is_first:
                    raise
                break
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file "
                            "should be opened in text mode)")
            is_first = False
            self.line_num += 1
            if not inside and not line.strip("\r\n"):
                return []
            index = 0
            while index < len(line):
                letter = line[index]
                index += 1
                if letter == style.escapechar and index < len(line):
                    field.append(line[index])
                    index += 1
                elif inside:
                    if letter != style.quotechar:
                        field.append(letter)
                    elif style.doublequote and line[index:index + 1] == style.quotechar:
                        field.append(letter)
                        index += 1
                    else:
                        inside = False
                elif letter == style.quotechar and not field and style.quoting != QUOTE_NONE:
                    inside = quoted = True
                elif letter == style.delimiter:
                    row.append(self._value(field, quoted))
                    field, quoted = [], False
                elif letter in "\r\n":
                    continue
                elif not (letter == " " and style.skipinitialspace and not field and not quoted):
                    field.append(letter)
            if not inside:
                break
        row.append(self._value(field, quoted))
        return row

    def _value(self, field, quoted):
        text = "".join(field)
        if self.dialect.quoting == QUOTE_NONNUMERIC and not quoted:
            return float(text)
        return text


class writer:
    """Writes rows."""

    def __init__(self, csvfile, dialect="excel", **fmtparams):
        self._file = csvfile
        self.dialect = _dialect(dialect, fmtparams)

    def writerow(self, row):
        try:
            values = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        style = self.dialect
        texts = [self._text(value) for value in values]
        if texts == [""]:
            texts = [style.quotechar * 2]
        return self._file.write(style.delimiter.join(texts) + style.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)

    def _text(self, value):
        style = self.dialect
        text = "" if value is None else repr(value) if isinstance(value, float) else str(value)
        special = any(letter in text for letter in (style.delimiter, style.quotechar, "\r", "\n"))
        is_number = isinstance(value, (int, float))
        if style.quoting == QUOTE_NONE:
            if special and style.escapechar is None:
                raise Error("need to escape, but no escapechar set")
            return text
        if special or style.quoting == QUOTE_ALL or (
                style.quoting == QUOTE_NONNUMERIC and not is_number):
            return style.quotechar + text.replace(style.quotechar, style.quotechar * 2) \
                + style.quotechar
        return text


class DictReader:
    """The rows of a table as dictionaries."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args,
                 **kwds):
        self._names = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)

    def __iter__(self):
        return self

    @property
    def line_num(self):
        return self.reader.line_num

    @property
    def fieldnames(self):
        if self._names is None:
            self._names = next(self.reader, None)
        return self._names

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        made = dict(zip(names, row))
        if len(names) < len(row):
            made[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            made[name] = self.restval
        return made


class DictWriter:
    """Writes dictionaries as rows."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args,
                 **kwds):
        self.fieldnames = fieldnames
        self.restval = restval
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writer.writerow(self.fieldnames)

    def writerow(self, rowdict):
        extra = [key for key in rowdict if key not in self.fieldnames]
        if extra and self.extrasaction == "raise":
            raise ValueError("dict contains fields not in fieldnames: "
                             + ", ".join(repr(key) for key in extra))
        return self.writer.writerow([rowdict.get(name, self.restval) for name in self.fieldnames])

    def writerows(self, rowdicts):
        for rowdict in rowdicts:
            self.writerow(rowdict)
