"{name}".format(nam=1)  # raises: KeyError: 'name'
