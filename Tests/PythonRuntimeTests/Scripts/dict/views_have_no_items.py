{}.keys()[0]  # raises: TypeError: 'dict_keys' object is not subscriptable
