print(list(range(10, 0, -3)), len(range(10, 0, -3)), list(reversed(range(0, 10, 4))))
# expect: [10, 7, 4, 1] 4 [8, 4, 0]
