from functools import reduce
reduce(lambda a, b: a + b, [])  # raises: TypeError: reduce() of empty iterable with no initial value
