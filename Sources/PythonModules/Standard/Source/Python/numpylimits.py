# The limits of the types of numbers, and rarer ways of padding.

class finfo:
    """The limits of a type of floats."""

    def __init__(self, dtype):
        kind = np.dtype(dtype)
        if kind.kind not in "fc":
            raise ValueError("data type %r not inexact" % (kind.type,))
        width = {"complex64": 4, "complex128": 8}.get(kind.name, kind.itemsize)
        kind = np.dtype("f%d" % width)
        self.bits, self.dtype = 8 * width, kind
        self.nexp, self.nmant, self.precision = {
            2: (5, 10, 3), 4: (8, 23, 6), 8: (11, 52, 15)}[width]
        self.iexp, self.machep, self.negep = self.nexp, -self.nmant, -self.nmant - 1
        self.maxexp = 1 << self.nexp - 1
        self.minexp = 2 - self.maxexp
        number = kind.type
        self.eps, self.epsneg = number(2.0 ** self.machep), number(2.0 ** self.negep)
        self.smallest_normal = self.tiny = number(2.0 ** self.minexp)
        self.smallest_subnormal = number(2.0 ** self.minexp * 2.0 ** self.machep)
        self.max = number((2 - 2.0 ** self.machep) * 2.0 ** (self.maxexp - 1))
        self.min, self.resolution = -self.max, number(10.0 ** -self.precision)

    def _text(self, value):
        return "%.*e" % ({16: 5, 32: 7, 64: 16}[self.bits], float(value))

    def __repr__(self):
        return "finfo(resolution=%s, min=-%s, max=%s, dtype=%s)" % (
            self.resolution, self._text(self.max), self._text(self.max), self.dtype)

    def __str__(self):
        line = "-" * 63 + "\n"
        return (
            "Machine parameters for %s\n%sprecision = %3d   resolution = %s\n"
            "machep = %6d   eps =        %s\nnegep =  %6d   epsneg =     %s\n"
            "minexp = %6d   tiny =       %s\nmaxexp = %6d   max =        %s\n"
            "nexp =   %6d   min =        -max\n"
            "smallest_normal = %s   smallest_subnormal = %s\n%s" % (
                self.dtype, line, self.precision, self._text(self.resolution), self.machep,
                self._text(self.eps), self.negep, self._text(self.epsneg), self.minexp,
                self._text(self.tiny), self.maxexp, self._text(self.max), self.nexp,
                self._text(self.smallest_normal), self._text(self.smallest_subnormal), line))


class iinfo:
    """The limits of a type of whole numbers."""

    def __init__(self, type):
        self.dtype = np.dtype(type)
        self.kind, self.bits = self.dtype.kind, 8 * self.dtype.itemsize
        self.key = "%s%d" % (self.kind, self.bits)
        if self.kind not in "iu":
            raise ValueError("Invalid integer data type %r." % (self.kind,))
        self.min = 0 if self.kind == "u" else -(1 << self.bits - 1)
        self.max = (1 << self.bits - (self.kind == "i")) - 1

    def __repr__(self):
        return "iinfo(min=%s, max=%s, dtype=%s)" % (self.min, self.max, self.dtype)

    def __str__(self):
        line = "-" * 63 + "\n"
        return "Machine parameters for %s\n%smin = %d\nmax = %d\n%s" % (
            self.dtype, line, self.min, self.max, line)


finfo.__module__ = iinfo.__module__ = "numpy"


def _pairs(value, rank):
    return np.broadcast_to(np.asarray(value), (rank, 2)).tolist()


def _edges(line, before, after, mode, stat, ends):
    """What stands before and behind a row."""
    if mode == "empty":
        return np.zeros(before, line.dtype), np.zeros(after, line.dtype)
    if mode == "linear_ramp":
        ramps = [np.linspace(end, edge, count, endpoint=False)
                 for end, edge, count in ((ends[0], line[0], before), (ends[1], line[-1], after))]
        parts = ramps[0], ramps[1][::-1]
    else:
        function = {"maximum": np.max, "minimum": np.min, "mean": np.mean,
                    "median": np.median}[mode]
        first, last = (len(line) if count is None else count for count in stat)
        parts = (np.full(before, function(line[:first])),
                 np.full(after, function(line[len(line) - last:])))
    if line.dtype.kind in "iu" and mode in ("mean", "median"):
        parts = [np.rint(part) for part in parts]
    return [part.astype(line.dtype) for part in parts]


def pad(array, pad_width, mode="constant", stat_length=None, end_values=0):
    """The ways of padding that few notes need."""
    array = np.asarray(array)
    widths = _pairs(pad_width, array.ndim)
    lengths = [[None, None]] * array.ndim if stat_length is None else _pairs(
        stat_length, array.ndim)
    ends = _pairs(end_values, array.ndim)
    for axis, (before, after) in enumerate(widths):
        rows = np.moveaxis(array, axis, -1)
        made = np.zeros(rows.shape[:-1] + (before + rows.shape[-1] + after,), array.dtype)
        for place in np.ndindex(*rows.shape[:-1]):
            head, tail = _edges(rows[place], before, after, mode, lengths[axis], ends[axis])
            made[place] = np.concatenate([head, rows[place], tail])
        array = np.moveaxis(made, -1, axis)
    return array
