import math
math.dist([1], [1, 2])  # raises: ValueError: both points must have the same number of dimensions
