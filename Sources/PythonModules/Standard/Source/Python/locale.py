"""Habits of a country: a note has those of none, the C locale."""

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127


class Error(Exception):
    """A locale that there is not."""


_CONVENTIONS = {
    "int_curr_symbol": "", "currency_symbol": "", "mon_decimal_point": "",
    "mon_thousands_sep": "", "mon_grouping": [], "positive_sign": "", "negative_sign": "",
    "int_frac_digits": CHAR_MAX, "frac_digits": CHAR_MAX, "p_cs_precedes": CHAR_MAX,
    "p_sep_by_space": CHAR_MAX, "n_cs_precedes": CHAR_MAX, "n_sep_by_space": CHAR_MAX,
    "p_sign_posn": CHAR_MAX, "n_sign_posn": CHAR_MAX, "decimal_point": ".",
    "thousands_sep": "", "grouping": []}


def setlocale(category, locale=None):
    """The locale of a category; others than the C locale there are not."""
    if category not in range(7):
        raise Error("unsupported locale setting")
    if locale not in (None, "", "C", "POSIX", "C.UTF-8"):
        raise Error("unsupported locale setting")
    return "C"


def localeconv():
    """How numbers and amounts are written."""
    return {name: list(value) if isinstance(value, list) else value
            for name, value in _CONVENTIONS.items()}


def getlocale(category=LC_CTYPE):
    """The language and the encoding of a category."""
    return (None, None) if category != LC_CTYPE else ("en_US", "UTF-8")


def getdefaultlocale(envvars=()):
    """The language and the encoding that a program begins with."""
    return "en_US", "UTF-8"


def getpreferredencoding(do_setlocale=True):
    """The encoding of texts in files."""
    return "UTF-8"


def getencoding():
    """The encoding of texts in files."""
    return "UTF-8"


def format_string(f, val, grouping=False, monetary=False):
    """f % val; the C locale groups no digits."""
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    """An amount of money, which the C locale has no form for."""
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    """A float as a text."""
    return "%.12g" % val


def delocalize(string):
    """A number's text as Python writes it."""
    return string


def localize(string, grouping=False, monetary=False):
    """A number's text as the locale writes it."""
    return string


def atof(string, func=float):
    """The float that a text says."""
    return func(delocalize(string))


def atoi(string):
    """The integer that a text says."""
    return int(delocalize(string))


def strcoll(a, b):
    """Which of two texts comes first: negative, zero or positive."""
    return (a > b) - (a < b)


def strxfrm(string):
    """What texts are to be sorted by."""
    return string


def normalize(localename):
    """A locale's name as the system writes it."""
    return localename
