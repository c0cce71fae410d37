"}".format()  # raises: ValueError: Single '}' encountered in format string
