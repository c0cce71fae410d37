nan = float("nan")
print(sorted([3.0, nan, 1.0, 2.0, nan, 0.5]))  # expect: [3.0, nan, 1.0, 2.0, nan, 0.5]
