"a b".split(separator=" ")  # raises: TypeError: 'separator' is an invalid keyword argument for split()
