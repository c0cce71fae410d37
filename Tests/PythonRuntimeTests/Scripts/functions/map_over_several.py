print(list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(str, [1, 2])))
# expect: [11, 22] ['1', '2']
map(str)  # raises: TypeError: map() must have at least two arguments.
