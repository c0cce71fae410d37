bool(x=1)  # raises: TypeError: bool() takes no keyword arguments
