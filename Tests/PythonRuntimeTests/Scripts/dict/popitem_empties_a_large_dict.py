d = {i: i for i in range(20000)}
total = 0
while d:
    total += d.popitem()[1]
print(total)  # expect: 199990000
