import math
math.gcd(1.5)  # raises: TypeError: 'float' object cannot be interpreted as an integer
