import bisect
items = [1, 3, 5]
bisect.insort(items, 4)
print(items, bisect.bisect(items, 3), bisect.bisect_left(items, 3))  # expect: [1, 3, 4, 5] 2 1
