(1).to_bytes(1, "middle")  # raises: ValueError: byteorder must be either 'little' or 'big'
