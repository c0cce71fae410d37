import numpy as np
np.random.seed(7)
print(np.random.hypergeometric(10, 5, 7, 5), np.random.hypergeometric(40, 60, 30, 4))
# expect: [4 5 5 4 6] [13 11 14 11]
print(np.random.logseries(.6, 5), np.random.noncentral_f(3, 4, 1, 2), np.random.RandomState(5).tomaxint(2))
# expect: [1 2 3 1 1] [1.9136435  1.18994638] [2047525609370821735 8031087981251588958]
g = np.random.default_rng(7)
print(g.hypergeometric(10, 5, 7, 5), g.hypergeometric(40, 60, 30, 4), g.logseries(.6, 5))
# expect: [6 4 6 5 5] [12  9 10 15] [1 1 3 2 2]
x = np.arange(12).reshape(3, 4)
print(g.permuted(x, axis=1).tolist(), g.permuted(x, axis=0).tolist())
# expect: [[1, 3, 2, 0], [5, 7, 6, 4], [10, 9, 11, 8]] [[4, 9, 2, 7], [0, 1, 6, 3], [8, 5, 10, 11]]
print(g.permuted([1, 2, 3, 4]), g.permutation(x, axis=1).tolist(), g.bytes(4))
# expect: [4 2 1 3] [[3, 1, 2, 0], [7, 5, 6, 4], [11, 9, 10, 8]] b'*\x0b\x9a&'
g.shuffle(x, axis=1)
print(x.tolist())
# expect: [[2, 0, 1, 3], [6, 4, 5, 7], [10, 8, 9, 11]]
try:
    np.random.hypergeometric(1, 2, 4)
except ValueError as e:
    print(e)  # expect: ngood + nbad < nsample
