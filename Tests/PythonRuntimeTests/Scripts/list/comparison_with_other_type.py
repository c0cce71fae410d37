print([1] == (1,), [1] != (1,))  # expect: False True
[1] < (1,)  # raises: TypeError: '<' not supported between instances of 'list' and 'tuple'
