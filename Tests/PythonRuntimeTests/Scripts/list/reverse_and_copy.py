x = [1, 2, 3]
y = x.copy()
x.reverse()
print(x, y, list(reversed(y)))  # expect: [3, 2, 1] [1, 2, 3] [3, 2, 1]
