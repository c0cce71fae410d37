import warnings

import numpy as np


def told(a, change):
    """What an array becomes, and what is told meanwhile."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        a = change(a)
    print(np.unique(a), [str(each.message) for each in caught])


def plus(b):
    def change(a):
        a += b
        return a
    return change


def times(b):
    def change(a):
        a *= b
        return a
    return change


def over(b):
    def change(a):
        a /= b
        return a
    return change


def ones(**places):
    a = np.ones(3000)
    for place, value in places.items():
        a[int(place[1:])] = value
    return a
told(ones(), plus(ones()))  # expect: [2.] []
told(ones(), plus(2.0))  # expect: [3.] []
told(ones(), times(3))  # expect: [3.] []
told(ones(), over(4))  # expect: [0.25] []
told(ones(_2500=1e308), times(1e10))  # expect: [1.e+10    inf] ['overflow encountered in multiply']
told(ones(_2500=1e308), times(ones() * 100))  # expect: [100.  inf] ['overflow encountered in multiply']
told(ones(_10=1e308, _2999=-1e308), times(1e10))  # expect: [  -inf 1.e+10    inf] ['overflow encountered in multiply']
told(ones(_1500=np.inf), plus(ones(_1500=-np.inf)))  # expect: [ 2. nan] ['invalid value encountered in add']
told(ones(_2000=np.nan), plus(1.0))  # expect: [ 2. nan] []
told(ones(), over(ones(_1024=0.0)))  # expect: [ 1. inf] ['divide by zero encountered in divide']
told(ones(_1025=0.0), over(ones(_1025=0.0)))  # expect: [ 1. nan] ['invalid value encountered in divide']
told(np.ones((3, 1000), "float32"), times(np.full((3, 1000), 2, "float32")))  # expect: [2.] []
told(np.full((3, 1000), 3e38, "float32"), times(np.full((3, 1000), 2, "float32")))  # expect: [inf] ['overflow encountered in multiply']
told(np.ones((4, 5)), plus(np.arange(5.0)))  # expect: [1. 2. 3. 4. 5.] []
a = np.arange(6.0); a[1:] += a[:-1]; print(a)  # expect: [0. 1. 3. 5. 7. 9.]
a = np.arange(6.0); a[:-1] += a[1:]; print(a)  # expect: [1. 3. 5. 7. 9. 5.]
a = np.arange(6.0); a += a; print(a)  # expect: [ 0.  2.  4.  6.  8. 10.]
a = np.arange(6.0); a -= a[::-1]; print(a)  # expect: [-5. -3. -1.  1.  3.  5.]
a = np.arange(12.0).reshape(3, 4); a[:, 1] *= a[:, 2]; print(a)  # expect: [[ 0.  2.  2.  3.]
# expect:  [ 4. 30.  6.  7.]
# expect:  [ 8. 90. 10. 11.]]
a = np.arange(4.0).reshape(2, 2); b = a; a += np.ones((2, 2)); print(b)  # expect: [[1. 2.]
# expect:  [3. 4.]]
a = np.arange(3, dtype="float32"); a += np.float64(0.1); print(a.dtype, a)  # expect: float32 [0.1 1.1 2.1]
