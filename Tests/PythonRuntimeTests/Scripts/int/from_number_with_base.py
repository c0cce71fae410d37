int(12, 10)  # raises: TypeError: int() can't convert non-string with explicit base
