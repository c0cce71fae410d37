format(1, 2)  # raises: TypeError: format() argument 2 must be str, not int
