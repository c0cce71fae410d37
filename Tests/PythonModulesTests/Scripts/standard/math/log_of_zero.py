import math
math.log(0)  # raises: ValueError: math domain error
