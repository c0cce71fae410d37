(-1).to_bytes(2, "big")  # raises: OverflowError: can't convert negative int to unsigned
