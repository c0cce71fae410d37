x = [1, 2]
x[0:1] = 5  # raises: TypeError: can only assign an iterable
