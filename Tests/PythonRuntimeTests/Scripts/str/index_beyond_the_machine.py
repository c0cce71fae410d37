"abc"[10**30]  # raises: IndexError: cannot fit 'int' into an index-sized integer
