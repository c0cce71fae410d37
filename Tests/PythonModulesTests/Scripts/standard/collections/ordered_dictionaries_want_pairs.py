from collections import Counter, OrderedDict, deque


def failure(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(failure(lambda: OrderedDict(["a"])))  # expect: ValueError: need more than 1 value to unpack
print(failure(lambda: OrderedDict([(1, 2, 3)])))  # expect: ValueError: too many values to unpack (expected 2)
print(failure(lambda: OrderedDict([1])))  # expect: TypeError: 'int' object is not iterable
print(failure(lambda: OrderedDict(1, 2)))  # expect: TypeError: expected at most 1 arguments, got 2
print(OrderedDict([("a", 1)], b=2), OrderedDict({"x": 1}))  # expect: OrderedDict([('a', 1), ('b', 2)]) OrderedDict([('x', 1)])
print(failure(lambda: deque([], "a")))  # expect: TypeError: an integer is required
print(failure(lambda: Counter("ab").most_common("x")))  # expect: TypeError: '>=' not supported between instances of 'str' and 'int'
