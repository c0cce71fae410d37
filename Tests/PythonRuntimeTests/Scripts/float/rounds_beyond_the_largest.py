round(1.7e308, -308)  # raises: OverflowError: rounded value too large to represent
