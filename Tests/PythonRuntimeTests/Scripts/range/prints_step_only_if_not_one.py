print(range(3), range(1, 3), range(0, 9, 2), range(0, 9, 1))
# expect: range(0, 3) range(1, 3) range(0, 9, 2) range(0, 9)
