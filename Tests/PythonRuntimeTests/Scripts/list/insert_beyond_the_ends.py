x = [1]
x.insert(99, 2)
x.insert(-99, 0)
x.insert(-1, 5)
print(x)  # expect: [0, 1, 5, 2]
