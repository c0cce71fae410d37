from fractions import Fraction
Fraction(1, 0)  # raises: ZeroDivisionError: Fraction(1, 0)
