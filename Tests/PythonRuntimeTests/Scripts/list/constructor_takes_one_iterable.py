print(list(), list("ab"), list({1: 2}))  # expect: [] ['a', 'b'] [1]
list(1, 2)  # raises: TypeError: list expected at most 1 argument, got 2
