float(x=1)  # raises: TypeError: float() takes no keyword arguments
