str(1, "utf-8")  # raises: TypeError: decoding to str: need a bytes-like object, int found
