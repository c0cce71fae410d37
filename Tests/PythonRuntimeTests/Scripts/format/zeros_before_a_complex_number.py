format(1j, "05")  # raises: ValueError: Zero padding is not allowed in complex format specifier
