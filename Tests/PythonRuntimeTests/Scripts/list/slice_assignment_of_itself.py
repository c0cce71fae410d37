x = [1, 2, 3]
x[1:1] = x
print(x)  # expect: [1, 1, 2, 3, 2, 3]
