"abc".startswith(["a"])  # raises: TypeError: startswith first arg must be str or a tuple of str, not list
