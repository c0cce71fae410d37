class C:
    def __str__(self):
        return 5
str(C())  # raises: TypeError: __str__ returned non-string (type int)
