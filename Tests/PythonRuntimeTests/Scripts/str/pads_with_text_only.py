"a".ljust(3, 1)  # raises: TypeError: The fill character must be a unicode character, not int
