x = [1, 2.0, 2]
x.remove(2)
print(x)  # expect: [1, 2]
x.remove(9)  # raises: ValueError: list.remove(x): x not in list
