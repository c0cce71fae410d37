print(all([1, 2]), all([]), any([0, ""]), any([0, 3]))  # expect: True True False True
any(5)  # raises: TypeError: 'int' object is not iterable
