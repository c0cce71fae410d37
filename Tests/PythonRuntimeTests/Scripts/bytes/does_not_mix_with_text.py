b"a" + "b"  # raises: TypeError: can't concat str to bytes
