eval("1 +* 2")  # raises: SyntaxError: invalid syntax
