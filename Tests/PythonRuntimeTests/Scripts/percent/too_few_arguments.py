"%s %s" % (1,)  # raises: TypeError: not enough arguments for format string
