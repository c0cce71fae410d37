str("a", "utf-8")  # raises: TypeError: decoding str is not supported
