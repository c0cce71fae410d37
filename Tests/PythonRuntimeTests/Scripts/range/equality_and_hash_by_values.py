print(range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2])
# expect: True True False
print(hash(range(0, 3, 2)) == hash(range(0, 4, 2)))  # expect: True
