"""Exact quotients of integers."""

import math as _math
import numbers as _numbers
import re as _re

_FORMAT = _re.compile(r"""
    \s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(_\d+)*)
    (?:(?:\s*/\s*(?P<denom>\d+(_\d+)*))?|(?:\.(?P<decimal>\d*|\d+(_\d+)*))?(?:E(?P<exp>[-+]?\d+))?)
    \s*\Z""", _re.VERBOSE | _re.IGNORECASE)


def _exact(value):
    """Numerator and denominator of an integer or a fraction; None for other values."""
    if isinstance(value, int):
        return int(value), 1
    if isinstance(value, (Fraction, _numbers.Rational)):
        return value.numerator, value.denominator
    return None


class Fraction(_numbers.Rational):
    """The quotient of two integers."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            a, b = cls._read(numerator)
        else:
            first, second = _exact(numerator), _exact(denominator)
            if first is None or second is None:
                raise TypeError("both arguments should be Rational instances")
            a, b = first[0] * second[1], first[1] * second[0]
        if b == 0:
            raise ZeroDivisionError(f"Fraction({a}, 0)")
        divisor = _math.gcd(a, b)
        if b < 0:
            divisor = -divisor
        self._numerator, self._denominator = a // divisor, b // divisor
        return self

    @staticmethod
    def _read(value):
        pair = _exact(value)
        if pair is not None:
            return pair
        if isinstance(value, float) or hasattr(value, "as_integer_ratio"):
            return value.as_integer_ratio()
        if not isinstance(value, str):
            raise TypeError("argument should be a string or a Rational instance")
        match = _FORMAT.match(value)
        if match is None:
            raise ValueError(f"Invalid literal for Fraction: {value!r}")
        a, b = int(match["num"] or "0"), 1
        if match["denom"]:
            b = int(match["denom"])
        else:
            decimal = (match["decimal"] or "").replace("_", "")
            b = 10 ** len(decimal)
            a = a * b + int(decimal or "0")
            power = int(match["exp"] or "0")
            a, b = (a * 10 ** power, b) if power >= 0 else (a, b * 10 ** -power)
        return -a if match["sign"] == "-" else a, b

    @classmethod
    def from_float(cls, f):
        return cls(*f.as_integer_ratio())

    from_decimal = from_float

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator is not too large."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        a, b, c, d = 0, 1, 1, 0
        n, rest = self._numerator, self._denominator
        while True:
            whole = n // rest
            longer = b + whole * d
            if longer > max_denominator:
                break
            a, b, c, d = c, d, a + whole * c, longer
            n, rest = rest, n - whole * rest
        steps = (max_denominator - b) // d
        if 2 * rest * (b + steps * d) <= self._denominator:
            return Fraction(c, d)
        return Fraction(a + steps * c, b + steps * d)

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    def _combined(self, other, exact, float_operation):
        pair = _exact(other)
        if pair is not None:
            return Fraction(*exact(self._numerator, self._denominator, *pair))
        return self._as_float(other, float_operation)

    def _as_float(self, other, operation):
        if isinstance(other, (float, complex)):
            kind = float if isinstance(other, float) else complex
            return operation(kind(self), other)
        return NotImplemented

    def __add__(self, other):
        return self._combined(other, lambda a, b, c, d: (a * d + c * b, b * d),
                              lambda x, y: x + y)

    __radd__ = __add__

    def __sub__(self, other):
        return self._combined(other, lambda a, b, c, d: (a * d - c * b, b * d),
                              lambda x, y: x - y)

    def __rsub__(self, other):
        return self._combined(other, lambda a, b, c, d: (c * b - a * d, b * d),
                              lambda x, y: y - x)

    def __mul__(self, other):
        return self._combined(other, lambda a, b, c, d: (a * c, b * d), lambda x, y: x * y)

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self._combined(other, lambda a, b, c, d: (a * d, b * c), lambda x, y: x / y)

    def __rtruediv__(self, other):
        return self._combined(other, lambda a, b, c, d: (c * b, d * a), lambda x, y: y / x)

    def __floordiv__(self, other):
        pair = _exact(other)
        if pair is not None:
            return (self._numerator * pair[1]) // (self._denominator * pair[0])
        return self._as_float(other, lambda x, y: x // y)

    def __rfloordiv__(self, other):
        pair = _exact(other)
        if pair is not None:
            return (pair[0] * self._denominator) // (pair[1] * self._numerator)
        return self._as_float(other, lambda x, y: y // x)

    def __mod__(self, other):
        return self._combined(other, lambda a, b, c, d: ((a * d) % (c * b), b * d),
                              lambda x, y: x % y)

    def __rmod__(self, other):
        return self._combined(other, lambda a, b, c, d: ((c * b) % (a * d), b * d),
                              lambda x, y: y % x)

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __pow__(self, other):
        pair = _exact(other)
        if pair is None:
            return float(self) ** other
        power, root = pair
        if root != 1:
            return float(self) ** float(other)
        if power >= 0:
            return Fraction(self._numerator ** power, self._denominator ** power)
        if self._numerator == 0:
            raise ZeroDivisionError(f"Fraction({self._denominator ** -power}, 0)")
        return Fraction(self._denominator ** -power, self._numerator ** -power)

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other ** self._numerator
        if isinstance(other, int):
            return Fraction(other) ** self
        return other ** float(self)

    def __pos__(self):
        return Fraction(self)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __int__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 \
            else self._numerator // self._denominator

    __trunc__ = __int__

    def __float__(self):
        return self._numerator / self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            twice = rest * 2
            if twice > self._denominator or twice == self._denominator and whole % 2:
                return whole + 1
            return whole
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        # The hash that equal integers and floats have.
        modulus = (1 << 61) - 1
        if self._denominator % modulus == 0:
            result = 314159
        else:
            inverse = pow(self._denominator, -1, modulus)
            result = abs(self._numerator) % modulus * inverse % modulus
        result = result if self._numerator >= 0 else -result
        return -2 if result == -1 else result

    def __eq__(self, other):
        pair = _exact(other)
        if pair is not None:
            return self._numerator == pair[0] and self._denominator == pair[1]
        if isinstance(other, float):
            if _math.isnan(other) or _math.isinf(other):
                return 0.0 == other
            return self == Fraction(other)
        return NotImplemented

    def _compared(self, other, compare):
        pair = _exact(other)
        if pair is not None:
            return compare(self._numerator * pair[1], self._denominator * pair[0])
        if isinstance(other, float):
            if _math.isnan(other) or _math.isinf(other):
                return compare(0.0, other)
            return self._compared(Fraction(other), compare)
        return NotImplemented

    def __lt__(self, other):
        return self._compared(other, lambda a, b: a < b)

    def __gt__(self, other):
        return self._compared(other, lambda a, b: a > b)

    def __le__(self, other):
        return self._compared(other, lambda a, b: a <= b)

    def __ge__(self, other):
        return self._compared(other, lambda a, b: a >= b)

    def __bool__(self):
        return self._numerator != 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self
