import numpy as np


def fails(body):
    try:
        body()
    except Exception as mistake:
        print(type(mistake).__name__ + ":", mistake)


a = np.zeros((2, 3))
row = a[0]
row[1] = 5
print(repr(a))  # expect: array([[0., 5., 0.],
# expect:        [0., 0., 0.]])
a[:, 2] = [7, 8]
print(repr(row))  # expect: array([0., 5., 7.])
a[a > 6] = -1
print(repr(a))  # expect: array([[ 0.,  5., -1.],
# expect:        [ 0.,  0., -1.]])
a += 1
print(repr(row))  # expect: array([1., 6., 0.])
row *= 2
print(repr(a))  # expect: array([[ 2., 12.,  0.],
# expect:        [ 1.,  1.,  0.]])
a[...] = 0
print(repr(row))  # expect: array([0., 0., 0.])
b = np.arange(6).reshape(2, 3).T
b[0] = 9
print(repr(b.base is not None))  # expect: True
print(repr(b))  # expect: array([[9, 9],
# expect:        [1, 4],
# expect:        [2, 5]])
c = np.array([1, 2, 3]); c[1] = 2.9
print(repr(c))  # expect: array([1, 2, 3])
c[[0, 2]] = [10, 20]
print(repr(c))  # expect: array([10,  2, 20])
c.shape = (3, 1)
print(repr(c))  # expect: array([[10],
# expect:        [ 2],
# expect:        [20]])
fails(lambda: c.__setitem__((0, 0), [1, 2]))  # expect: ValueError: setting an array element with a sequence.
fails(lambda: c.__setitem__(5, 1))  # expect: IndexError: index 5 is out of bounds for axis 0 with size 3
fails(lambda: np.zeros(3).__setitem__(slice(0, 2), [1, 2, 3]))  # expect: ValueError: could not broadcast input array from shape (3,) into shape (2,)
