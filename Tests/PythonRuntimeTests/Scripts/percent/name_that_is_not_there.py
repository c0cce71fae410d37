"%(a)s" % {"b": 1}  # raises: KeyError: 'a'
