[].push  # raises: AttributeError: 'list' object has no attribute 'push'
