import math
math.floor(math.inf)  # raises: OverflowError: cannot convert float infinity to integer
