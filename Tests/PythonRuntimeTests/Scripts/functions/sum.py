print(sum([1, 2]), sum([1.5, 2]), sum([[1], [2]], []), sum([True, True]), sum([2**62, 2**62]), sum([0.1] * 10))
# expect: 3 3.5 [1, 2] 2 9223372036854775808 0.9999999999999999
sum(["a"])  # raises: TypeError: unsupported operand type(s) for +: 'int' and 'str'
