print({1} == [1], {1} == frozenset([1]))  # expect: False True
{1} < 5  # raises: TypeError: '<' not supported between instances of 'set' and 'int'
