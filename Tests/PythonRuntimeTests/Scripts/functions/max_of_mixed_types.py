max("a", 1)  # raises: TypeError: '>' not supported between instances of 'int' and 'str'
