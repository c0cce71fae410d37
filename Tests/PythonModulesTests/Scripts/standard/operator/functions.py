import operator
print(operator.add(1, 2), operator.mul(2, 3), operator.contains([1], 1), operator.truediv(1, 2))  # expect: 3 6 True 0.5
print(operator.not_(0), operator.neg(3), operator.iadd([1], [2]), operator.indexOf([5, 6], 6))  # expect: True -3 [1, 2] 1
