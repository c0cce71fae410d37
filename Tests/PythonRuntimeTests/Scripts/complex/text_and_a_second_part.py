complex("1", 2)  # raises: TypeError: complex() can't take second arg if first is a string
