format(5, ".2d")  # raises: ValueError: Precision not allowed in integer format specifier
