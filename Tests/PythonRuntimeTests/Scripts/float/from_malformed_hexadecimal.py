float.fromhex("0x1.8q")  # raises: ValueError: invalid hexadecimal floating-point string
