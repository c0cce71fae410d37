from itertools import combinations, combinations_with_replacement, permutations, product
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)))  # expect: [('a', 1), ('a', 2), ('b', 1), ('b', 2)] [(0, 0), (0, 1), (1, 0), (1, 1)]
print(list(permutations([1, 2, 3], 2)), list(combinations("abc", 2)))  # expect: [(1, 2), (1, 3), (2, 1), (2, 3), (3, 1), (3, 2)] [('a', 'b'), ('a', 'c'), ('b', 'c')]
print(list(combinations_with_replacement("ab", 2)), list(product()), list(permutations([])))  # expect: [('a', 'a'), ('a', 'b'), ('b', 'b')] [()] [()]
