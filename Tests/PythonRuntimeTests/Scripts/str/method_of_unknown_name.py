"abc".uper()  # raises: AttributeError: 'str' object has no attribute 'uper'
