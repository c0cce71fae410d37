first, *rest = range(10**15)  # raises: MemoryError
