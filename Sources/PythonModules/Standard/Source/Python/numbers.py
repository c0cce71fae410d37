"""What kinds of numbers there are."""

from abc import ABC, abstractmethod

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


class Number(ABC):
    """Any number."""

    __slots__ = ()
    __hash__ = None


class Complex(Number):
    """What complex numbers can do."""

    __slots__ = ()

    real = property(lambda self: +self)
    imag = property(lambda self: 0)

    def __bool__(self):
        return self != 0

    def conjugate(self):
        return self


class Real(Complex):
    """What real numbers can do."""

    __slots__ = ()

    def __complex__(self):
        return complex(float(self))


class Rational(Real):
    """Quotients of integers."""

    __slots__ = ()

    @property
    @abstractmethod
    def numerator(self):
        raise NotImplementedError

    @property
    @abstractmethod
    def denominator(self):
        raise NotImplementedError

    def __float__(self):
        return self.numerator / self.denominator


class Integral(Rational):
    """Integers."""

    __slots__ = ()

    numerator = property(lambda self: +self)
    denominator = property(lambda self: 1)


Complex.register(complex)
Real.register(float)
Integral.register(int)
