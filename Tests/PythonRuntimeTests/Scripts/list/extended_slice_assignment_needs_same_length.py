x = list(range(6))
x[::2] = [0, 0, 0]
print(x)  # expect: [0, 1, 0, 3, 0, 5]
x[::2] = [1]  # raises: ValueError: attempt to assign sequence of size 1 to extended slice of size 3
