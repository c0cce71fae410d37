"a".replace("a", 1)  # raises: TypeError: replace() argument 2 must be str, not int
