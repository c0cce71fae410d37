int(1, 2, 3)  # raises: TypeError: int() takes at most 2 arguments (3 given)
