[1] * 2.0  # raises: TypeError: can't multiply sequence by non-int of type 'float'
