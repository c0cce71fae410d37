(300).to_bytes(1, "big")  # raises: OverflowError: int too big to convert
