print(isinstance(1, (str, (int,))), isinstance(None, int | None), isinstance(True, int), issubclass(bool, int))
# expect: True True True True
isinstance(1, 5)  # raises: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
