it = iter([1, 2, 3, 4])
print(list(iter(lambda: next(it), 3)))  # expect: [1, 2]
