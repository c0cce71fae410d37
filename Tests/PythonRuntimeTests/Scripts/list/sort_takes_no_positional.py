[].sort(None)  # raises: TypeError: sort() takes no positional arguments
