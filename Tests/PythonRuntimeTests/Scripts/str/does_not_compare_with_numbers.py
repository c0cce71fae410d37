"a" < 1  # raises: TypeError: '<' not supported between instances of 'str' and 'int'
