"a b".split(" ", 1, 2)  # raises: TypeError: split() takes at most 2 arguments (3 given)
