[1]["a"]  # raises: TypeError: list indices must be integers or slices, not str
