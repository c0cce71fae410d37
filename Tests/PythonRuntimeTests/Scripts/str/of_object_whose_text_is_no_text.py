class A:
    def __str__(self):
        return 5
str(A())  # raises: TypeError: __str__ returned non-string (type int)
