format(1.5, "abc")  # raises: ValueError: Invalid format specifier 'abc' for object of type 'float'
