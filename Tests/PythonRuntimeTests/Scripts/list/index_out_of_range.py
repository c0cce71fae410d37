x = [1, 2, 3]
print(x[-3], x[True])  # expect: 1 2
x[3]  # raises: IndexError: list index out of range
