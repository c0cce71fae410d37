"""Polynomials in one variable, as NumPy had them first."""
import numpy as np


class poly1d:
    """A polynomial by its coefficients, the highest power first."""

    __hash__ = None

    def __init__(self, c_or_r, r=False, variable=None):
        if isinstance(c_or_r, poly1d):
            self._variable = c_or_r._variable
            self._coeffs = c_or_r.coeffs
        else:
            self._variable = "x"
            coeffs = np.poly(c_or_r) if r else np.atleast_1d(np.array(c_or_r))
            if coeffs.ndim > 1:
                raise ValueError("Polynomial must be 1d only.")
            coeffs = np.trim_zeros(coeffs, trim="f")
            self._coeffs = coeffs if len(coeffs) > 0 else np.array([0], dtype=coeffs.dtype)
        if variable is not None:
            self._variable = variable

    @property
    def coeffs(self):
        return self._coeffs

    c = coef = coefficients = coeffs

    @property
    def variable(self):
        return self._variable

    @property
    def order(self):
        return len(self._coeffs) - 1

    o = order

    @property
    def roots(self):
        return np.roots(self._coeffs)

    r = roots

    def __array__(self, dtype=None):
        return np.array(self._coeffs, dtype=dtype) if dtype else self._coeffs

    def __repr__(self):
        return "poly1d(" + repr(self._coeffs)[6:-1] + ")"

    def __len__(self):
        return self.order

    def __str__(self):
        coeffs = self._coeffs
        power_at = len(coeffs) - 1
        text = "0"

        def number(q):
            s = "%.4g" % (q.real if hasattr(q, "real") else q)
            return s[:-5] if s.endswith(".0000") else s

        for place in range(len(coeffs)):
            value = number(abs(coeffs[place]))
            power = power_at - place
            if power == 0:
                new = "0" if place == 0 and value == "0" else "" if value == "0" else value
            elif power == 1:
                new = "" if value == "0" else "%s %s" % (value, self._variable)
            else:
                new = "" if value == "0" else "%s %s**%d" % (value, self._variable, power)
            if place > 0:
                if new != "":
                    text = "%s %s %s" % (text, "-" if coeffs[place] < 0 else "+", new)
            elif coeffs[place] < 0:
                text = "-" + new
            else:
                text = new
        return _raised(text)

    def __call__(self, val):
        return np.polyval(self._coeffs, val)

    def __neg__(self):
        return poly1d(-self._coeffs)

    def __pos__(self):
        return self

    def __mul__(self, other):
        if np.isscalar(other):
            return poly1d(self._coeffs * other)
        return poly1d(np.polymul(self._coeffs, poly1d(other).coeffs))

    __rmul__ = __mul__

    def __add__(self, other):
        return poly1d(np.polyadd(self._coeffs, poly1d(other).coeffs))

    __radd__ = __add__

    def __sub__(self, other):
        return poly1d(np.polysub(self._coeffs, poly1d(other).coeffs))

    def __rsub__(self, other):
        return poly1d(np.polysub(poly1d(other).coeffs, self._coeffs))

    def __pow__(self, val):
        if not np.isscalar(val) or int(val) != val or val < 0:
            raise ValueError("Power to non-negative integers only.")
        result = poly1d([1])
        for _ in range(val):
            result = result * self
        return result

    def __truediv__(self, other):
        if np.isscalar(other):
            return poly1d(self._coeffs / other)
        quotient, rest = np.polydiv(self._coeffs, poly1d(other).coeffs)
        return poly1d(quotient), poly1d(rest)

    def __eq__(self, other):
        if not isinstance(other, poly1d):
            return NotImplemented
        if self.coeffs.shape != other.coeffs.shape:
            return False
        return bool((self.coeffs == other.coeffs).all())

    def __ne__(self, other):
        if not isinstance(other, poly1d):
            return NotImplemented
        return not self.__eq__(other)

    def __getitem__(self, val):
        place = self.order - val
        if place < 0 or place > self.order:
            return self._coeffs.dtype.type(0)
        return self._coeffs[place]

    def __setitem__(self, key, val):
        place = self.order - key
        if key < 0:
            raise ValueError("Does not support negative powers.")
        if key > self.order:
            self._coeffs = np.concatenate(
                [np.zeros(key - self.order, self._coeffs.dtype), self._coeffs])
            place = 0
        self._coeffs[place] = val

    def __iter__(self):
        return iter(self._coeffs)

    def integ(self, m=1, k=0):
        return poly1d(np.polyint(self._coeffs, m=m, k=k))

    def deriv(self, m=1):
        return poly1d(np.polyder(self._coeffs, m=m))


def _raised(text, wrap=70):
    """Powers on a line above."""
    output, above, below = " ", "", ""
    n = 0
    while True:
        star = text.find("**", n)
        if star < 0:
            break
        end = star + 2
        while end < len(text) and text[end].isdigit():
            end += 1
        power, part = text[star + 2:end], text[n:star]
        n = end
        upper = " " * (len(part) - 1) + power
        lower = part + " " * (len(power) - 1)
        if len(below) + len(part) > wrap or len(above) + len(power) > wrap:
            output += above + "\n" + below + "\n "
            above, below = upper, lower
        else:
            below += lower
            above += upper
    output += above + "\n" + below
    return output + text[n:]
