set().pop()  # raises: KeyError: 'pop from an empty set'
