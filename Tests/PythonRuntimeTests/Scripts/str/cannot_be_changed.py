text = "abc"
text[0] = "x"  # raises: TypeError: 'str' object does not support item assignment
