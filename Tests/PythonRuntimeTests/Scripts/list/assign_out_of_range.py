x = [1]
x[5] = 0  # raises: IndexError: list assignment index out of range
