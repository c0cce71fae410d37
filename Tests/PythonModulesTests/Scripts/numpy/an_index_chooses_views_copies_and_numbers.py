import numpy as np


def fails(body):
    try:
        body()
    except Exception as mistake:
        print(type(mistake).__name__ + ":", mistake)


a = np.arange(24).reshape(2, 3, 4)
print(repr(a[0]))  # expect: array([[ 0,  1,  2,  3],
# expect:        [ 4,  5,  6,  7],
# expect:        [ 8,  9, 10, 11]])
print(repr(a[0, 1]))  # expect: array([4, 5, 6, 7])
print(repr(a[0, 1, 2]))  # expect: 6
print(repr(a[..., 0]))  # expect: array([[ 0,  4,  8],
# expect:        [12, 16, 20]])
print(repr(a[:, None].shape))  # expect: (2, 1, 3, 4)
print(repr(a[:, ::-1, ::2]))  # expect: array([[[ 8, 10],
# expect:         [ 4,  6],
# expect:         [ 0,  2]],
# expect: 
# expect:        [[20, 22],
# expect:         [16, 18],
# expect:         [12, 14]]])
print(repr(a[a > 20]))  # expect: array([21, 22, 23])
print(repr(a[[0, 1], [1, 2]]))  # expect: array([[ 4,  5,  6,  7],
# expect:        [20, 21, 22, 23]])
print(repr(a[0, [0, 2]]))  # expect: array([[ 0,  1,  2,  3],
# expect:        [ 8,  9, 10, 11]])
print(repr(a[:, [0, 2], 1]))  # expect: array([[ 1,  9],
# expect:        [13, 21]])
print(repr(a[np.array([True, False])]))  # expect: array([[[ 0,  1,  2,  3],
# expect:         [ 4,  5,  6,  7],
# expect:         [ 8,  9, 10, 11]]])
print(repr(a[-1, -1, -1]))  # expect: 23
print(repr(a[1:, 1:, 1:]))  # expect: array([[[17, 18, 19],
# expect:         [21, 22, 23]]])
print(repr(a[np.int64(1), np.array(2)]))  # expect: array([20, 21, 22, 23])
print(repr(a[()].shape))  # expect: (2, 3, 4)
print(repr(a[0, 0, 0].item()))  # expect: 0
print(repr(list(a.flat)[:3]))  # expect: [0, 1, 2]
print(repr([row.shape for row in a]))  # expect: [(3, 4), (3, 4)]
print(repr(5 in a))  # expect: True
fails(lambda: np.array([1, 2])[5])  # expect: IndexError: index 5 is out of bounds for axis 0 with size 2
fails(lambda: np.array([1, 2])[1.0])  # expect: IndexError: only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices
fails(lambda: np.array([1, 2])['a'])  # expect: IndexError: only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices
fails(lambda: np.array([1, 2])[0, 0])  # expect: IndexError: too many indices for array: array is 1-dimensional, but 2 were indexed
fails(lambda: np.array([1, 2])[::0])  # expect: ValueError: slice step cannot be zero
fails(lambda: a[[0, 5]])  # expect: IndexError: index 5 is out of bounds for axis 0 with size 2
