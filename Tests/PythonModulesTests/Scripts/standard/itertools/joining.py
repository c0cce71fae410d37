from itertools import chain, starmap, zip_longest
print(list(chain([1], "ab")), list(chain.from_iterable(["ab", "c"])))  # expect: [1, 'a', 'b'] ['a', 'b', 'c']
print(list(zip_longest([1, 2, 3], "a", fillvalue="-")), list(starmap(pow, [(2, 3), (3, 2)])))  # expect: [(1, 'a'), (2, '-'), (3, '-')] [8, 9]
