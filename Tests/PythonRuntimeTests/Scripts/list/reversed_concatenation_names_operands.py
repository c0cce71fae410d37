2 + [1]  # raises: TypeError: unsupported operand type(s) for +: 'int' and 'list'
