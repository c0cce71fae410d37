from collections import namedtuple
p = namedtuple("Point", "x y")(1, 2)
p.x = 3  # raises: AttributeError: can't set attribute
