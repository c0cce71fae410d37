from collections import OrderedDict, defaultdict, deque
print(defaultdict(int, {"b": 2}) | {"c": 1}, OrderedDict(a=1) | {"z": 1}, defaultdict(list, a=[1]))  # expect: defaultdict(<class 'int'>, {'b': 2, 'c': 1}) OrderedDict([('a', 1), ('z', 1)]) defaultdict(<class 'list'>, {'a': [1]})
try:
    deque([1]).remove(9)
except ValueError as error:
    print(error)  # expect: 9 is not in deque
hash(deque())  # raises: TypeError: unhashable type: 'collections.deque'
