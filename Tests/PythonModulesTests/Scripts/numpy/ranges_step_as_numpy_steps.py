import numpy as np


def fails(body):
    try:
        body()
    except Exception as mistake:
        print(type(mistake).__name__ + ":", mistake)


print(repr(np.arange(10)))  # expect: array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
print(repr(np.arange(1, 10, 2)))  # expect: array([1, 3, 5, 7, 9])
print(repr(np.arange(0, 1, 0.1)))  # expect: array([0. , 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])
print(repr(np.arange(5.0)))  # expect: array([0., 1., 2., 3., 4.])
print(repr(np.arange(3, dtype=np.float32)))  # expect: array([0., 1., 2.], dtype=float32)
print(repr(np.arange(10, 0, -3)))  # expect: array([10,  7,  4,  1])
print(repr(np.arange(0.5, 3)))  # expect: array([0.5, 1.5, 2.5])
print(repr(np.linspace(0, 1, 5)))  # expect: array([0.  , 0.25, 0.5 , 0.75, 1.  ])
print(repr(np.linspace(0, 1, 5, endpoint=False)))  # expect: array([0. , 0.2, 0.4, 0.6, 0.8])
print(repr(np.linspace(0, 10, num=4, retstep=True)))  # expect: (array([ 0.        ,  3.33333333,  6.66666667, 10.        ]), 3.3333333333333335)
print(repr(np.linspace(0, 1, 3, dtype=int)))  # expect: array([0, 0, 1])
print(repr(np.linspace([0, 1], [2, 3], 3)))  # expect: array([[0., 1.],
# expect:        [1., 2.],
# expect:        [2., 3.]])
print(repr(np.logspace(0, 2, 3)))  # expect: array([  1.,  10., 100.])
print(repr(np.geomspace(1, 1000, 4)))  # expect: array([   1.,   10.,  100., 1000.])
fails(lambda: np.arange(0, 5, 0))  # expect: ZeroDivisionError: division by zero
fails(lambda: np.linspace(0, 1, -1))  # expect: ValueError: Number of samples, -1, must be non-negative.
