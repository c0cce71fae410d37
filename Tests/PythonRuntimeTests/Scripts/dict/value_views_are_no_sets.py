{}.values() & set()  # raises: TypeError: unsupported operand type(s) for &: 'dict_values' and 'set'
