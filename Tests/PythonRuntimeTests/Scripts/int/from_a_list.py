int([1])  # raises: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
