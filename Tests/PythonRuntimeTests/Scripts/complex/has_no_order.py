(1 + 2j) < 1  # raises: TypeError: '<' not supported between instances of 'complex' and 'int'
