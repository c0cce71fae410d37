"{0}{}".format(1, 2)  # raises: ValueError: cannot switch from manual field specification to automatic field numbering
