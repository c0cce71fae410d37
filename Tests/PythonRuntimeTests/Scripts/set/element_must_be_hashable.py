{[]}  # raises: TypeError: unhashable type: 'list'
