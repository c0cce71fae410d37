getattr(1, 5)  # raises: TypeError: attribute name must be string, not 'int'
