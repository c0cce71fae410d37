print(dict.fromkeys("ab"), dict.fromkeys([1, 2], 0))  # expect: {'a': None, 'b': None} {1: 0, 2: 0}
dict.fromkeys(5)  # raises: TypeError: 'int' object is not iterable
