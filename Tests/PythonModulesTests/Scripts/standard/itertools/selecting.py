from itertools import accumulate, compress, dropwhile, filterfalse, islice, pairwise, takewhile
print(list(compress("abcd", [1, 0, 1, 0])), list(filterfalse(None, [0, 1, 2])))  # expect: ['a', 'c'] [0]
print(list(dropwhile(lambda x: x < 3, [1, 3, 1])), list(takewhile(lambda x: x < 3, [1, 3, 1])))  # expect: [3, 1] [1]
print(list(islice(range(10), 2, 8, 2)), list(islice(range(10), 3)), list(pairwise([1, 2, 3])))  # expect: [2, 4, 6] [0, 1, 2] [(1, 2), (2, 3)]
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b, initial=10)))  # expect: [1, 3, 6] [10, 10, 20, 60]
