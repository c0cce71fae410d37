import numpy as np


def fails(body):
    try:
        body()
    except Exception as mistake:
        print(type(mistake).__name__ + ":", mistake)


print(repr(np.array([1, 2, 3])))  # expect: array([1, 2, 3])
print(repr(np.array([[1, 2], [3, 4]], dtype=np.float32)))  # expect: array([[1., 2.],
# expect:        [3., 4.]], dtype=float32)
print(repr(np.array([1, 2.5])))  # expect: array([1. , 2.5])
print(repr(np.array([True, 2])))  # expect: array([1, 2])
print(repr(np.array([])))  # expect: array([], dtype=float64)
print(repr(np.array(5)))  # expect: array(5)
print(repr(np.array([1, 2], ndmin=2)))  # expect: array([[1, 2]])
print(repr(np.zeros((2, 3))))  # expect: array([[0., 0., 0.],
# expect:        [0., 0., 0.]])
print(repr(np.zeros(2, dtype=int)))  # expect: array([0, 0])
print(repr(np.ones(3, dtype=np.int32)))  # expect: array([1, 1, 1], dtype=int32)
print(repr(np.full((2, 2), 7)))  # expect: array([[7, 7],
# expect:        [7, 7]])
print(repr(np.full(2, 0.5, dtype=np.float32)))  # expect: array([0.5, 0.5], dtype=float32)
print(repr(np.eye(3)))  # expect: array([[1., 0., 0.],
# expect:        [0., 1., 0.],
# expect:        [0., 0., 1.]])
print(repr(np.eye(2, 3, k=1)))  # expect: array([[0., 1., 0.],
# expect:        [0., 0., 1.]])
print(repr(np.identity(2)))  # expect: array([[1., 0.],
# expect:        [0., 1.]])
print(repr(np.zeros_like(np.array([1, 2]))))  # expect: array([0, 0])
print(repr(np.ones_like([1.0, 2])))  # expect: array([1., 1.])
print(repr(np.full_like(np.array([1, 2]), 9)))  # expect: array([9, 9])
print(repr(np.diag([1, 2])))  # expect: array([[1, 0],
# expect:        [0, 2]])
print(repr(np.diag(np.arange(4).reshape(2, 2))))  # expect: array([0, 3])
print(repr(np.tri(2)))  # expect: array([[1., 0.],
# expect:        [1., 1.]])
print(repr(np.tril(np.arange(9).reshape(3, 3))))  # expect: array([[0, 0, 0],
# expect:        [3, 4, 0],
# expect:        [6, 7, 8]])
print(repr(np.triu(np.ones((3, 3)), k=1)))  # expect: array([[0., 1., 1.],
# expect:        [0., 0., 1.],
# expect:        [0., 0., 0.]])
print(repr(np.meshgrid([1, 2, 3], [4, 5])))  # expect: [array([[1, 2, 3],
# expect:        [1, 2, 3]]), array([[4, 4, 4],
# expect:        [5, 5, 5]])]
print(repr(np.meshgrid([1, 2], [3, 4], indexing='ij')))  # expect: [array([[1, 1],
# expect:        [2, 2]]), array([[3, 4],
# expect:        [3, 4]])]
print(repr(np.fromfunction(lambda i, j: i + j, (2, 3))))  # expect: array([[0., 1., 2.],
# expect:        [1., 2., 3.]])
print(repr(np.frombuffer(b'\x01\x00\x00\x00', dtype=np.int32)))  # expect: array([1], dtype=int32)
print(repr(np.fromiter((i * i for i in range(4)), dtype=float)))  # expect: array([0., 1., 4., 9.])
print(repr(np.asarray([1, 2], dtype='float32')))  # expect: array([1., 2.], dtype=float32)
fails(lambda: np.zeros(-1))  # expect: ValueError: negative dimensions are not allowed
fails(lambda: np.zeros(3, dtype='foo'))  # expect: TypeError: data type 'foo' not understood
fails(lambda: np.array([[1], [1, 2]]))  # expect: ValueError: setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions. The detected shape was (2,) + inhomogeneous part.
