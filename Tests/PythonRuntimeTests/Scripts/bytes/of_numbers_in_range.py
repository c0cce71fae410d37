bytes([1, 256])  # raises: ValueError: bytes must be in range(0, 256)
