import numpy as np


def fails(body):
    try:
        body()
    except Exception as mistake:
        print(type(mistake).__name__ + ":", mistake)


a = np.arange(6)
print(repr(a.reshape(2, 3)))  # expect: array([[0, 1, 2],
# expect:        [3, 4, 5]])
print(repr(a.reshape((3, -1))))  # expect: array([[0, 1],
# expect:        [2, 3],
# expect:        [4, 5]])
print(repr(a.reshape(2, 3, order='F')))  # expect: array([[0, 2, 4],
# expect:        [1, 3, 5]])
print(repr(a.reshape(2, 3).T))  # expect: array([[0, 3],
# expect:        [1, 4],
# expect:        [2, 5]])
print(repr(a.reshape(2, 3).ravel()))  # expect: array([0, 1, 2, 3, 4, 5])
print(repr(a.reshape(2, 3).flatten('F')))  # expect: array([0, 3, 1, 4, 2, 5])
print(repr(a.reshape(1, 6).squeeze()))  # expect: array([0, 1, 2, 3, 4, 5])
print(repr(a.reshape(1, 2, 3).transpose(2, 0, 1).shape))  # expect: (3, 1, 2)
print(repr(a.reshape(1, 2, 3).swapaxes(0, 2).shape))  # expect: (3, 2, 1)
print(repr(np.expand_dims(a, 0).shape))  # expect: (1, 6)
print(repr(np.moveaxis(np.ones((2, 3, 4)), 0, -1).shape))  # expect: (3, 4, 2)
print(repr(np.broadcast_to([1, 2], (2, 2))))  # expect: array([[1, 2],
# expect:        [1, 2]])
print(repr(np.tile([1, 2], (2, 1))))  # expect: array([[1, 2],
# expect:        [1, 2]])
print(repr(np.repeat([1, 2], [1, 3])))  # expect: array([1, 2, 2, 2])
print(repr(np.flip([[1, 2], [3, 4]], axis=1)))  # expect: array([[2, 1],
# expect:        [4, 3]])
print(repr(np.roll(a, 2)))  # expect: array([4, 5, 0, 1, 2, 3])
print(repr(np.rot90([[1, 2], [3, 4]])))  # expect: array([[2, 4],
# expect:        [1, 3]])
print(repr(np.pad([1, 2], (1, 2))))  # expect: array([0, 1, 2, 0, 0])
print(repr(np.pad([1, 2, 3], 2, mode='reflect')))  # expect: array([3, 2, 1, 2, 3, 2, 1])
print(repr(np.concatenate([np.ones((1, 2)), np.zeros((1, 2))], axis=1)))  # expect: array([[1., 1., 0., 0.]])
print(repr(np.stack([[1, 2], [3, 4]], axis=1)))  # expect: array([[1, 3],
# expect:        [2, 4]])
print(repr(np.vstack([[1, 2], [3, 4]])))  # expect: array([[1, 2],
# expect:        [3, 4]])
print(repr(np.hstack([np.ones((2, 1)), np.zeros((2, 2))])))  # expect: array([[1., 0., 0.],
# expect:        [1., 0., 0.]])
print(repr(np.dstack([[1, 2], [3, 4]])))  # expect: array([[[1, 3],
# expect:         [2, 4]]])
print(repr(np.column_stack([[1, 2], [3, 4]])))  # expect: array([[1, 3],
# expect:        [2, 4]])
print(repr(np.split(a, 3)))  # expect: [array([0, 1]), array([2, 3]), array([4, 5])]
print(repr(np.array_split(np.arange(5), 2)))  # expect: [array([0, 1, 2]), array([3, 4])]
print(repr(np.append([1, 2], 3)))  # expect: array([1, 2, 3])
print(repr(np.insert([1, 2, 3], 1, 9)))  # expect: array([1, 9, 2, 3])
print(repr(np.delete([1, 2, 3], 1)))  # expect: array([1, 3])
fails(lambda: a.reshape(4, 2))  # expect: ValueError: cannot reshape array of size 6 into shape (4,2)
fails(lambda: a.reshape(-1, 4))  # expect: ValueError: cannot reshape array of size 6 into shape (4)
fails(lambda: np.concatenate([np.zeros(2), np.zeros((2, 2))]))  # expect: ValueError: all the input arrays must have same number of dimensions, but the array at index 0 has 1 dimension(s) and the array at index 1 has 2 dimension(s)
fails(lambda: np.stack([np.zeros(2), np.zeros(3)]))  # expect: ValueError: all input arrays must have the same shape
fails(lambda: np.split(np.arange(5), 2))  # expect: ValueError: array split does not result in an equal division
fails(lambda: np.broadcast_to([1, 2], (2, 3)))  # expect: ValueError: operands could not be broadcast together with remapped shapes [original->remapped]: (2,)  and requested shape (2,3)
