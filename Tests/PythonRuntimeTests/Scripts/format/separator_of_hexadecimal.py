format(5, ",x")  # raises: ValueError: Cannot specify ',' with 'x'.
