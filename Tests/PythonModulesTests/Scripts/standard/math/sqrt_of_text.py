import math
math.sqrt("4")  # raises: TypeError: must be real number, not str
