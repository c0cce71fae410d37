"%x" % 1.5  # raises: TypeError: %x format: an integer is required, not float
