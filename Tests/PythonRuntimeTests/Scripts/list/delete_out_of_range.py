x = [1]
del x[1]  # raises: IndexError: list assignment index out of range
