import numpy as np


def fails(body):
    try:
        body()
    except Exception as mistake:
        print(type(mistake).__name__ + ":", mistake)


print(repr(np.sort([[3, 1], [2, 5]], axis=0)))  # expect: array([[2, 1],
# expect:        [3, 5]])
print(repr(np.argsort([3, 1, 2])))  # expect: array([1, 2, 0])
print(repr(np.unique([3, 1, 1], return_counts=True)))  # expect: (array([1, 3]), array([2, 1]))
print(repr(np.unique(['b', 'a', 'b'], return_inverse=True)))  # expect: (array(['a', 'b'], dtype='<U1'), array([1, 0, 1]))
print(repr(np.unique([[1, 2], [1, 2], [3, 4]], axis=0)))  # expect: array([[1, 2],
# expect:        [3, 4]])
print(repr(np.where([True, False], 1, 2)))  # expect: array([1, 2])
print(repr(np.where(np.array([1, 2, 3]) > 1)))  # expect: (array([1, 2]),)
print(repr(np.argwhere([0, 1, 1])))  # expect: array([[1],
# expect:        [2]])
print(repr(np.nonzero([0, 1, 1])))  # expect: (array([1, 2]),)
print(repr(np.searchsorted([1, 2, 3], [2, 5])))  # expect: array([1, 3])
print(repr(np.bincount([1, 1, 3])))  # expect: array([0, 2, 0, 1])
print(repr(np.histogram([1, 2, 1], bins=3)))  # expect: (array([2, 0, 1]), array([1.        , 1.33333333, 1.66666667, 2.        ]))
print(repr(np.digitize([0.5, 1.5], [0, 1, 2])))  # expect: array([1, 2])
print(repr(np.in1d([1, 2], [2])))  # expect: array([False,  True])
print(repr(np.take([10, 20, 30], [0, 2])))  # expect: array([10, 30])
print(repr(np.take_along_axis(np.array([[3, 1]]), np.array([[1, 0]]), axis=1)))  # expect: array([[1, 3]])
print(repr(np.select([[True, False], [False, True]], [[1, 2], [3, 4]])))  # expect: array([1, 4])
print(repr(np.allclose([1], [1 + 1e-9])))  # expect: True
print(repr(np.isclose([1, 2], [1, 2.1])))  # expect: array([ True, False])
print(repr(np.array_equal([1, 2], [1, 2])))  # expect: True
print(repr(np.diff([1, 4, 9])))  # expect: array([3, 5])
print(repr(np.gradient([1, 4, 9])))  # expect: array([3., 4., 5.])
print(repr(np.interp(2.5, [1, 2, 3], [3, 2, 0])))  # expect: 1.0
print(repr(np.convolve([1, 2], [1, 1])))  # expect: array([1, 3, 2])
print(repr(np.polyval([1, 2], 3)))  # expect: 5
print(repr(np.clip([1, 5, 10], 2, 6)))  # expect: array([2, 5, 6])
print(repr(np.round([1.25, 2.675], 1)))  # expect: array([1.2, 2.7])
