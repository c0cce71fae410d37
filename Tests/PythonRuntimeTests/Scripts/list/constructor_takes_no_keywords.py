list(a=1)  # raises: TypeError: list() takes no keyword arguments
