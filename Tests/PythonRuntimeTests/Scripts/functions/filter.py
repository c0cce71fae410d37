print(list(filter(None, [0, 1, "", 2])), list(filter(lambda x: x > 1, [1, 2, 3])))  # expect: [1, 2] [2, 3]
