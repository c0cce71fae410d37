slice(1).indices(-10**30)  # raises: ValueError: length should not be negative
