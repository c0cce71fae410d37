int("010", 0)  # raises: ValueError: invalid literal for int() with base 0: '010'
