import numpy as np
p = np.poly1d([1, 2, 3])
print(p)  # expect:    2
# expect: 1 x + 2 x + 3
print(repr(p))  # expect: poly1d([1, 2, 3])
print(p(2), p.r, p.order, p.c, p[0])  # expect: 11 [-1.+1.41421356j -1.-1.41421356j] 2 [1 2 3] 3
print(p * p)  # expect:    4     3      2
# expect: 1 x + 4 x + 10 x + 12 x + 9
print(p ** 2)  # expect:    4     3      2
# expect: 1 x + 4 x + 10 x + 12 x + 9
print(np.poly1d([1, -2], True))  # expect:    2
# expect: 1 x + 1 x - 2
print(np.poly1d([2.5, 0, -1]))  # expect:      2
# expect: 2.5 x - 1
print(p == np.poly1d([1, 2, 3]), len(p), list(p))  # expect: True 2 [1, 2, 3]
print(p(np.array([1, 2])))  # expect: [ 6 11]
