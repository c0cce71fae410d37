print({1} in {frozenset([1])})  # expect: True
