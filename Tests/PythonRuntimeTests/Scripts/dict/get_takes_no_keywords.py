{}.get(key=1)  # raises: TypeError: dict.get() takes no keyword arguments
