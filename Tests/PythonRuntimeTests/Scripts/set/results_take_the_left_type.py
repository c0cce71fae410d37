print(frozenset([1]) | {2}, {1} | frozenset([2]))  # expect: frozenset({1, 2}) {1, 2}
