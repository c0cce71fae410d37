r = range(10)
print(r[2], r[-1], r[2:8:3], r[::-1], range(5, -5)[::2])
# expect: 2 9 range(2, 8, 3) range(9, -1, -1) range(5, 5, 2)
