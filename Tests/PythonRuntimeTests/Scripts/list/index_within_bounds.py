x = [1, 2, 1, 3]
print(x.index(1, 1), x.index(3, -1), x.count(1))  # expect: 2 3 2
x.index(3, 0, 2)  # raises: ValueError: 3 is not in list
