class A:
    def __pow__(self, exponent, modulus=None):
        return (exponent, modulus)
print(pow(A(), 2), pow(A(), 2, 3), A() ** 5, pow(2, 5, 7), pow(base=2, exp=3))  # expect: (2, None) (2, 3) (5, None) 4 8
pow(2.0, 3, 5)  # raises: TypeError: pow() 3rd argument not allowed unless all arguments are integers
