class A:
    def __round__(self, digits=None):
        return ("round", digits)
print(round(A()), round(A(), 2), round(2.5, None), round(number=2.567, ndigits=1))  # expect: ('round', None) ('round', 2) 2 2.6
round("a")  # raises: TypeError: type str doesn't define __round__ method
