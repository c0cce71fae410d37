bytearray(b"a")[1]  # raises: IndexError: bytearray index out of range
