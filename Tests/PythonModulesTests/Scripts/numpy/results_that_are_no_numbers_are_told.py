import warnings

import numpy as np

a = np.array([1., 0., -1.])
with np.errstate(divide='ignore', invalid='ignore'):
    print(np.log(a), a / 0, np.sqrt(a))  # expect: [  0. -inf  nan] [ inf  nan -inf] [ 1.  0. nan]
print(np.geterr())  # expect: {'divide': 'warn', 'over': 'warn', 'under': 'ignore', 'invalid': 'warn'}
old = np.seterr(all='ignore')
print(old, np.geterr())  # expect: {'divide': 'warn', 'over': 'warn', 'under': 'ignore', 'invalid': 'warn'} {'divide': 'ignore', 'over': 'ignore', 'under': 'ignore', 'invalid': 'ignore'}
with np.errstate(all='raise'):
    for body in (lambda: np.log(np.zeros(1)), lambda: np.array([1.]) / 0, lambda: np.exp(np.array([1000.])), lambda: np.sqrt(np.array([-1.])), lambda: np.float64(2.) ** 2000):
        try:
            body()
        except FloatingPointError as mistake:
            print(mistake)  # expect: divide by zero encountered in log
# expect: divide by zero encountered in divide
# expect: overflow encountered in exp
# expect: invalid value encountered in sqrt
# expect: overflow encountered in scalar power
np.seterr(**old)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    np.array([1., -1., 0.]) / 0.
    np.exp(1000.)
    np.log(-1.)
    np.float64(1) / 0
    np.array([1e308]) * 10
    np.array([np.inf]) - np.inf
    np.array([1., np.nan, np.inf]) * 2
    np.arcsin(2.)
    np.array([0.]) ** -1.
    np.log1p(-1.)
    np.array([1, 2]) // 0
for warning in caught:
    print(warning.category.__name__, warning.message)  # expect: RuntimeWarning divide by zero encountered in divide
# expect: RuntimeWarning invalid value encountered in divide
# expect: RuntimeWarning overflow encountered in exp
# expect: RuntimeWarning invalid value encountered in log
# expect: RuntimeWarning divide by zero encountered in scalar divide
# expect: RuntimeWarning overflow encountered in multiply
# expect: RuntimeWarning invalid value encountered in subtract
# expect: RuntimeWarning invalid value encountered in arcsin
# expect: RuntimeWarning divide by zero encountered in reciprocal
# expect: RuntimeWarning divide by zero encountered in log1p
# expect: RuntimeWarning divide by zero encountered in floor_divide
