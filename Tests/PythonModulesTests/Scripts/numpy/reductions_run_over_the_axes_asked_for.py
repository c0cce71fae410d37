import numpy as np


def fails(body):
    try:
        body()
    except Exception as mistake:
        print(type(mistake).__name__ + ":", mistake)


a = np.arange(24).reshape(2, 3, 4)
print(repr(a.sum()))  # expect: 276
print(repr(a.sum(axis=0)))  # expect: array([[12, 14, 16, 18],
# expect:        [20, 22, 24, 26],
# expect:        [28, 30, 32, 34]])
print(repr(a.sum(axis=(0, 2))))  # expect: array([ 60,  92, 124])
print(repr(a.sum(axis=1, keepdims=True)))  # expect: array([[[12, 15, 18, 21]],
# expect: 
# expect:        [[48, 51, 54, 57]]])
print(repr(a.mean(axis=2)))  # expect: array([[ 1.5,  5.5,  9.5],
# expect:        [13.5, 17.5, 21.5]])
print(repr(a.std()))  # expect: 6.922186552431729
print(repr(a.var(axis=0, ddof=1)[0]))  # expect: array([72., 72., 72., 72.])
print(repr(a.min(axis=1)))  # expect: array([[ 0,  1,  2,  3],
# expect:        [12, 13, 14, 15]])
print(repr(a.max()))  # expect: 23
print(repr(a.argmax(axis=-1)))  # expect: array([[3, 3, 3],
# expect:        [3, 3, 3]])
print(repr(a.argmin()))  # expect: 0
print(repr(a.cumsum(axis=1)[0]))  # expect: array([[ 0,  1,  2,  3],
# expect:        [ 4,  6,  8, 10],
# expect:        [12, 15, 18, 21]])
print(repr(a.prod(axis=0)[0]))  # expect: array([ 0, 13, 28, 45])
print(repr(a.any(axis=0).all()))  # expect: True
print(repr(np.sum([True, True])))  # expect: 2
print(repr(np.sum([1, 2, 3], initial=10)))  # expect: 16
print(repr(np.sum([1, 2, 3], where=[True, False, True])))  # expect: 4
print(repr(np.mean([])))  # expect: nan
print(repr(np.median([1, 3, 2])))  # expect: 2.0
print(repr(np.median([[1, 2], [3, 4]], axis=0)))  # expect: array([2., 3.])
print(repr(np.percentile([1, 2, 3, 4], [25, 50, 75])))  # expect: array([1.75, 2.5 , 3.25])
print(repr(np.quantile([1.0, 2, 3], 0.3)))  # expect: 1.6
print(repr(np.average([1, 2, 3], weights=[3, 2, 1])))  # expect: 1.6666666666666667
print(repr(np.cov([1, 2, 3], [1, 2, 4])))  # expect: array([[1.        , 1.5       ],
# expect:        [1.5       , 2.33333333]])
print(repr(np.corrcoef([1, 2, 3], [1, 2, 4])))  # expect: array([[1.        , 0.98198051],
# expect:        [0.98198051, 1.        ]])
print(repr(np.nansum([1, np.nan])))  # expect: 1.0
print(repr(np.nanmean([1, np.nan])))  # expect: 1.0
print(repr(np.nanmax([1, np.nan, 3])))  # expect: 3.0
print(repr(np.ptp([1, 5])))  # expect: 4
print(repr(np.count_nonzero([0, 1, 2])))  # expect: 2
