s = {1, 2}
print(s.union([3], (4,)), s.intersection([1, 5]), s.difference("a", [1]), s.symmetric_difference([2, 3]))
# expect: {1, 2, 3, 4} {1} {2} {1, 3}
