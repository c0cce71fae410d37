10**400 / 3  # raises: OverflowError: integer division result too large for a float
