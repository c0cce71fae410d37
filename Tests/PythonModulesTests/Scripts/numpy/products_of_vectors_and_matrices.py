import numpy as np


def fails(body):
    try:
        body()
    except Exception as mistake:
        print(type(mistake).__name__ + ":", mistake)


print(repr(np.dot([1, 2], [3, 4])))  # expect: 11
print(repr(np.dot(np.ones((2, 3)), np.ones((3, 2)))))  # expect: array([[3., 3.],
# expect:        [3., 3.]])
print(repr(np.arange(4).reshape(2, 2) @ np.arange(4).reshape(2, 2)))  # expect: array([[ 2,  3],
# expect:        [ 6, 11]])
print(repr(np.matmul(np.ones((2, 2, 3)), np.ones((3, 4))).shape))  # expect: (2, 2, 4)
print(repr(np.inner([1, 2], [3, 4])))  # expect: 11
print(repr(np.outer([1, 2], [3, 4])))  # expect: array([[3, 4],
# expect:        [6, 8]])
print(repr(np.vdot([1, 2], [3, 4])))  # expect: 11
print(repr(np.tensordot(np.ones((2, 3)), np.ones((3, 2)), axes=1)))  # expect: array([[3., 3.],
# expect:        [3., 3.]])
print(repr(np.einsum('ij,jk->ik', np.ones((2, 3)), np.ones((3, 2)))))  # expect: array([[3., 3.],
# expect:        [3., 3.]])
print(repr(np.einsum('ij->j', np.arange(6).reshape(2, 3))))  # expect: array([3, 5, 7])
print(repr(np.kron([1, 2], [1, 1])))  # expect: array([1, 1, 2, 2])
print(repr(np.cross([1, 0, 0], [0, 1, 0])))  # expect: array([0, 0, 1])
print(repr(np.trace(np.eye(3))))  # expect: 3.0
print(repr(np.linalg.norm([3, 4])))  # expect: 5.0
print(repr(np.linalg.norm([[1.0, 2], [3, 4]], axis=1)))  # expect: array([2.23606798, 5.        ])
print(repr(np.linalg.inv([[1.0, 2], [3, 4]])))  # expect: array([[-2. ,  1. ],
# expect:        [ 1.5, -0.5]])
print(repr(np.linalg.det([[1.0, 2], [3, 4]])))  # expect: -2.0000000000000004
print(repr(np.linalg.solve([[1.0, 2], [3, 4]], [1, 2])))  # expect: array([0. , 0.5])
print(repr(np.linalg.matrix_rank(np.eye(3))))  # expect: 3
print(repr(np.linalg.matrix_power([[1, 1], [1, 0]], 5)))  # expect: array([[8, 5],
# expect:        [5, 3]])
fails(lambda: np.linalg.inv(np.zeros((2, 2))))  # expect: LinAlgError: Singular matrix
fails(lambda: np.linalg.inv([[1.0, 2, 3]]))  # expect: LinAlgError: Last 2 dimensions of the array must be square
