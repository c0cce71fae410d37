format(5, "y")  # raises: ValueError: Unknown format code 'y' for object of type 'int'
