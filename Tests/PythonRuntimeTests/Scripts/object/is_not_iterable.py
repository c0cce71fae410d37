class C:
    pass
iter(C())  # raises: TypeError: 'C' object is not iterable
