"{}{0}".format(1, 2)  # raises: ValueError: cannot switch from automatic field numbering to manual field specification
