int(float("inf"))  # raises: OverflowError: cannot convert float infinity to integer
