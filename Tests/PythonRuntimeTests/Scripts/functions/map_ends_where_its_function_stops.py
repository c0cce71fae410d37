print(list(map(next, [iter([1]), iter([]), iter([2])])))  # expect: [1]
