x = [1, 2, 3, 4]
print(x.pop(), x.pop(0), x.pop(-1), x)  # expect: 4 1 3 [2]
