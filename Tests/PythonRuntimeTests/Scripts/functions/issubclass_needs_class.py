issubclass(5, int)  # raises: TypeError: issubclass() arg 1 must be a class
