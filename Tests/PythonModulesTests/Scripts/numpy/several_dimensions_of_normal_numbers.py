import numpy as np
np.random.seed(0)
print(np.random.multivariate_normal([1.0, 2.0], [[2.0, 0.5], [0.5, 1.0]], 3))
print(np.random.default_rng(0).multivariate_normal([1.0, 2.0], [[2.0, 0.5], [0.5, 1.0]], 2))
print(np.random.default_rng(0).multivariate_normal([1.0, 2.0], [[2.0, 0.5], [0.5, 1.0]], method="cholesky"))
# expect: [[-1.55760067  1.32628315]
# expect:  [-1.1069672   3.28706376]
# expect:  [-1.23029391  0.13427057]]
# expect: [[0.87244533 1.81984097]
# expect:  [0.0852446  1.72219982]]
# expect: [1.17780938 1.92087956]
