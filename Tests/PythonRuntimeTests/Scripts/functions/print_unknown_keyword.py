print(1, foo=2)  # raises: TypeError: 'foo' is an invalid keyword argument for print()
