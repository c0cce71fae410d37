frozenset([1]).add(2)  # raises: AttributeError: 'frozenset' object has no attribute 'add'
