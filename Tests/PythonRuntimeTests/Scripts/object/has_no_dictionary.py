object().x = 1  # raises: AttributeError: 'object' object has no attribute 'x'
