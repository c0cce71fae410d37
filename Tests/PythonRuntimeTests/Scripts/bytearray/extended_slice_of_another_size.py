data = bytearray(b"abcd")
data[::2] = b"xyz"  # raises: ValueError: attempt to assign bytes of size 3 to extended slice of size 2
