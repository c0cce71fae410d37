from collections import namedtuple
namedtuple("Point", "x x")  # raises: ValueError: Encountered duplicate field name: 'x'
