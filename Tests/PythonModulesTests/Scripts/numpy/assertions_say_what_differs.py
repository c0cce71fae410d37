import numpy as np


def fails(body):
    try:
        body()
    except Exception as mistake:
        print(type(mistake).__name__ + ":", mistake)


fails(lambda: np.testing.assert_allclose([1.0, 2], [1, 3]))  # expect: AssertionError: 
# expect: Not equal to tolerance rtol=1e-07, atol=0
# expect: 
# expect: Mismatched elements: 1 / 2 (50%)
# expect: Max absolute difference: 1.
# expect: Max relative difference: 0.33333333
# expect:  x: array([1., 2.])
# expect:  y: array([1, 3])
fails(lambda: np.testing.assert_array_equal([1, 2], [1, 3]))  # expect: AssertionError: 
# expect: Arrays are not equal
# expect: 
# expect: Mismatched elements: 1 / 2 (50%)
# expect: Max absolute difference: 1
# expect: Max relative difference: 0.33333333
# expect:  x: array([1, 2])
# expect:  y: array([1, 3])
fails(lambda: np.testing.assert_array_equal([1, 2], [1, 2, 3]))  # expect: AssertionError: 
# expect: Arrays are not equal
# expect: 
# expect: (shapes (2,), (3,) mismatch)
# expect:  x: array([1, 2])
# expect:  y: array([1, 2, 3])
fails(lambda: np.testing.assert_almost_equal(1.0, 1.1))  # expect: AssertionError: 
# expect: Arrays are not almost equal to 7 decimals
# expect:  ACTUAL: 1.0
# expect:  DESIRED: 1.1
fails(lambda: np.testing.assert_equal([1, 2], [1, 3]))  # expect: AssertionError: 
# expect: Items are not equal:
# expect: item=1
# expect: 
# expect:  ACTUAL: 2
# expect:  DESIRED: 3
print(repr(np.testing.assert_allclose([1.0], [1.0])))  # expect: None
