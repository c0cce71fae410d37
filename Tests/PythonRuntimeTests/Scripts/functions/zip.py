print(list(zip("ab", [1, 2, 3])), list(zip()), list(zip(*[(1, 2), (3, 4)])))
# expect: [('a', 1), ('b', 2)] [] [(1, 3), (2, 4)]
