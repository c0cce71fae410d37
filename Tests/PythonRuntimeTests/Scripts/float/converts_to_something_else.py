class A:
    def __float__(self):
        return "x"
float(A())  # raises: TypeError: A.__float__ returned non-float (type str)
