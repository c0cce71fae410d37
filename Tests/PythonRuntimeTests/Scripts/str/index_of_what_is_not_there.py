"abc".index("x")  # raises: ValueError: substring not found
