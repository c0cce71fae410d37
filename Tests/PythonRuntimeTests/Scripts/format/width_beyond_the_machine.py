format(5, "99999999999999999999")  # raises: ValueError: Too many decimal digits in format string
