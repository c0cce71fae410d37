0j ** -1  # raises: ZeroDivisionError: 0.0 to a negative or complex power
