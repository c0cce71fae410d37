print(1, 2, sep="-", end="!\n")  # expect: 1-2!
print("a", sep=None, end=None)  # expect: a
print(*[1, 2], sep="\n")  # expect: 1
# expect: 2
print(1, sep=5)  # raises: TypeError: sep must be None or a string, not int
