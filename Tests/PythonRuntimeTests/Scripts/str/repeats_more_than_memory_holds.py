"a" * 10**12  # raises: MemoryError
