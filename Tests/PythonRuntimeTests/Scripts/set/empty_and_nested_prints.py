print(set(), frozenset(), frozenset([1]), {frozenset([2])})
# expect: set() frozenset() frozenset({1}) {frozenset({2})}
