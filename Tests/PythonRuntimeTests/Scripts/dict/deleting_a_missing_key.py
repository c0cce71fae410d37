d = {}
del d["a"]  # raises: KeyError: 'a'
