(1,).__mul__("a")  # raises: TypeError: 'str' object cannot be interpreted as an integer
