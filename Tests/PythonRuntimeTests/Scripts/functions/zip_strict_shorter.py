list(zip([1, 2], [1], strict=True))  # raises: ValueError: zip() argument 2 is shorter than argument 1
