x = [1]
x += 5  # raises: TypeError: 'int' object is not iterable
