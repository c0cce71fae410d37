import math
print(math.floor(2.7), math.ceil(-2.3), math.trunc(2.5), math.floor(1e20))  # expect: 2 -2 2 100000000000000000000
