bytes("a")  # raises: TypeError: string argument without an encoding
