format([], "5")  # raises: TypeError: unsupported format string passed to list.__format__
