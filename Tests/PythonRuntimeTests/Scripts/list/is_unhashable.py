hash([])  # raises: TypeError: unhashable type: 'list'
