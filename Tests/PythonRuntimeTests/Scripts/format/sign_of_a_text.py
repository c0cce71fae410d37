format("a", "+")  # raises: ValueError: Sign not allowed in string format specifier
