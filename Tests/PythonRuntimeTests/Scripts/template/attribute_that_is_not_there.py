"{0.x}".format(1)  # raises: AttributeError: 'int' object has no attribute 'x'
