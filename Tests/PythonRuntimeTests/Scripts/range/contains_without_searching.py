print(10**15 in range(0, 10**18, 5), 3.0 in range(5), "a" in range(5), 4 in range(0, 9, 3))
# expect: True True False False
