{[]: 1}  # raises: TypeError: unhashable type: 'list'
