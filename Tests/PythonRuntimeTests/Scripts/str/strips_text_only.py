"a".strip(1)  # raises: TypeError: strip arg must be None or str
