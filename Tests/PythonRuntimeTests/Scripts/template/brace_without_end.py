"{0".format(1)  # raises: ValueError: expected '}' before end of string
