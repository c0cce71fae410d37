abs(1.7e308 + 1.7e308j)  # raises: OverflowError: absolute value too large
