[].insert("a", 1)  # raises: TypeError: 'str' object cannot be interpreted as an integer
