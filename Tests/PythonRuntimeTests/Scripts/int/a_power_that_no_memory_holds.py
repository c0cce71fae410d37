10 ** 10 ** 10  # raises: MemoryError
