import numpy as np


def fails(body):
    try:
        print(body())
    except Exception as mistake:
        print(type(mistake).__name__ + ':', mistake)


for r in (np.random, np.random.default_rng(1)):
    fails(lambda: r.beta(0, 0))
    fails(lambda: r.gamma(-1))
    fails(lambda: r.exponential(-1))
    fails(lambda: r.poisson(-1))
    fails(lambda: r.binomial(-1, .5))
    fails(lambda: r.binomial(5, 1.5))
    fails(lambda: r.geometric(0))
    fails(lambda: r.chisquare(0))
    fails(lambda: r.standard_t(0))
    fails(lambda: r.multinomial(-1, [.5, .5]))
    fails(lambda: r.zipf(1))
    fails(lambda: r.triangular(2, 1, 3))
    fails(lambda: r.negative_binomial(0, .5))
    fails(lambda: r.wald(0, 1))
    fails(lambda: r.beta(np.nan, 1))  # expect: ValueError: a <= 0
# expect: ValueError: shape < 0
# expect: ValueError: scale < 0
# expect: ValueError: lam < 0 or lam is NaN
# expect: ValueError: n < 0
# expect: ValueError: p < 0, p > 1 or p is NaN
# expect: ValueError: p <= 0, p > 1 or p contains NaNs
# expect: ValueError: df <= 0
# expect: ValueError: df <= 0
# expect: ValueError: n < 0
# expect: ValueError: a <= 1 or a is NaN
# expect: ValueError: left > mode
# expect: ValueError: n <= 0
# expect: ValueError: mean <= 0
# expect: nan
# expect: ValueError: a <= 0
# expect: ValueError: shape < 0
# expect: ValueError: scale < 0
# expect: ValueError: lam < 0 or lam is NaN
# expect: ValueError: n < 0
# expect: ValueError: p < 0, p > 1 or p is NaN
# expect: ValueError: p <= 0, p > 1 or p contains NaNs
# expect: ValueError: df <= 0
# expect: ValueError: df <= 0
# expect: ValueError: n < 0
# expect: ValueError: a <= 1 or a is NaN
# expect: ValueError: left > mode
# expect: ValueError: n <= 0
# expect: ValueError: mean <= 0
# expect: nan
