import functools
import operator
try:
    functools.reduce(operator.add, 5)
except TypeError as error:
    print(error)  # expect: reduce() arg 2 must support iteration
try:
    functools.reduce(operator.add, [])
except TypeError as error:
    print(error)  # expect: reduce() of empty iterable with no initial value
functools.lru_cache("x")  # raises: TypeError: Expected first argument to be an integer, a callable, or None
