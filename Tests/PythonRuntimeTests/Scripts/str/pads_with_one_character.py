"a".center(3, "ab")  # raises: TypeError: The fill character must be exactly one character long
