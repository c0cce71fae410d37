import math
print(math.fsum([0.1] * 10), sum([0.1] * 10), math.prod([1, 2, 3.5]), math.prod([2], start=5))  # expect: 1.0 0.9999999999999999 7.0 10
