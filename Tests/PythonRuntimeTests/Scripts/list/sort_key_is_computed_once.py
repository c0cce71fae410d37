calls = []
print(sorted([3, 1, 2], key=lambda v: calls.append(v) or -v), calls)  # expect: [3, 2, 1] [3, 1, 2]
