bool(1, 2)  # raises: TypeError: bool expected at most 1 argument, got 2
