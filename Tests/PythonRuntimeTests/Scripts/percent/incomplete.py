"100%" % 1  # raises: ValueError: incomplete format
