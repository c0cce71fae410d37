from itertools import groupby, tee
print([(k, list(g)) for k, g in groupby("aabbca")])  # expect: [('a', ['a', 'a']), ('b', ['b', 'b']), ('c', ['c']), ('a', ['a'])]
print([k for k, g in groupby([1, 3, 4, 6], key=lambda x: x % 2)])  # expect: [1, 0]
a, b = tee([1, 2, 3])
print(next(a), list(b), list(a))  # expect: 1 [1, 2, 3] [2, 3]
