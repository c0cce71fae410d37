import numpy as np

m = np.ma.array([1., 2., 3.], mask=[0, 1, 0])
print(m, m.mean(), m.filled(0), m.mask, m.data, m.sum(), m.count(), m.compressed())  # expect: [1.0 -- 3.0] 2.0 [1. 0. 3.] [False  True False] [1. 2. 3.] 4.0 2 [1. 3.]
print(repr(m))  # expect: masked_array(data=[1.0, --, 3.0],
# expect:              mask=[False,  True, False],
# expect:        fill_value=1e+20)
print(np.ma.masked_where(np.array([1, 5, 2]) > 3, np.array([1, 5, 2])))  # expect: [1 -- 2]
print(np.ma.masked_invalid([1., np.nan]), np.ma.masked_equal([1, 2, 1], 1).sum())  # expect: [1.0 --] 2
print(m * 2, m + m, m > 1, m[1], m[0], m[1:])  # expect: [2.0 -- 6.0] [2.0 -- 6.0] [False -- True] -- 1.0 [-- 3.0]
t = np.ma.masked_greater([[1, 9], [3, 4]], 5)
print(t.mean(axis=0), t.max(axis=1), t.tolist())  # expect: [2.0 4.0] [1 4] [[1, None], [3, 4]]
print(np.ma.log([1., 0.]), np.ma.array([1., 2.]) / [0., 2.])  # expect: [0.0 --] [-- 1.0]
m[0] = np.ma.masked
print(m, np.ma.is_masked(m), len(m), m.shape)  # expect: [-- -- 3.0] True 3 (3,)
