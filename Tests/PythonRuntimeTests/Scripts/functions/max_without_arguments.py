max()  # raises: TypeError: max expected at least 1 argument, got 0
