from collections import namedtuple
namedtuple("Point", "x y")(1)  # raises: TypeError: Point.__new__() missing 1 required positional argument: 'y'
