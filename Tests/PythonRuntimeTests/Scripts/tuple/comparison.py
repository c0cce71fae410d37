print((1, 2) < (1, 3), (1,) < (1, 0), (1, 2) == [1, 2])  # expect: True True False
(1,) < ("a",)  # raises: TypeError: '<' not supported between instances of 'int' and 'str'
