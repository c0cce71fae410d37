format(1.5, "10.")  # raises: ValueError: Format specifier missing precision
