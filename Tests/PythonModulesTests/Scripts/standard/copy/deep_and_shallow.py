import copy
x = [1, [2, 3], {"a": [4]}]
y, z = copy.deepcopy(x), copy.copy(x)
y[1].append(9)
print(x, y, z[1] is x[1])  # expect: [1, [2, 3], {'a': [4]}] [1, [2, 3, 9], {'a': [4]}] True
