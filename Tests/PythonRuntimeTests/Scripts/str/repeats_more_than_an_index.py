"a" * 10**20  # raises: OverflowError: cannot fit 'int' into an index-sized integer
