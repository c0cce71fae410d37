print([1, 2] < [1, 3], [1] < [1, 0], [2] > [1, 9], [1, "a"] == [1, "a"])  # expect: True True True True
[1, 2] < [1, "a"]  # raises: TypeError: '<' not supported between instances of 'int' and 'str'
