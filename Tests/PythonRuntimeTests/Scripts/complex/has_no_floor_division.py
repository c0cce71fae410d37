1j // 1  # raises: TypeError: unsupported operand type(s) for //: 'complex' and 'int'
