b"abc"[3]  # raises: IndexError: index out of range
