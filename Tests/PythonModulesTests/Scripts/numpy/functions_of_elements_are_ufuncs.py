import numpy as np


def fails(body):
    try:
        body()
    except Exception as mistake:
        print(type(mistake).__name__ + ":", mistake)


print(repr(np.add))  # expect: <ufunc 'add'>
print(repr(np.add(1, 2)))  # expect: 3
print(repr(np.add([1, 2], [3, 4])))  # expect: array([4, 6])
print(repr(np.add.reduce([1, 2, 3])))  # expect: 6
print(repr(np.add.accumulate([1, 2, 3])))  # expect: array([1, 3, 6])
print(repr(np.multiply.outer([1, 2], [3, 4])))  # expect: array([[3, 4],
# expect:        [6, 8]])
print(repr(np.add(1, 2, dtype=float)))  # expect: 3.0
print(repr(np.maximum([1, 5], [3, 2])))  # expect: array([3, 5])
print(repr(np.power(2.0, [1, 2])))  # expect: array([2., 4.])
print(repr(np.mod(-3, 5)))  # expect: 2
print(repr(np.sign([-2, 0, 3])))  # expect: array([-1,  0,  1])
print(repr(np.isnan([1, np.nan])))  # expect: array([False,  True])
print(repr(np.logical_and([True, False], [True, True])))  # expect: array([ True, False])
print(repr(np.floor([1.5, -1.5])))  # expect: array([ 1., -2.])
print(repr(np.sqrt(16)))  # expect: 4.0
print(repr(np.exp([0, 1])))  # expect: array([1.        , 2.71828183])
print(repr(np.abs([-1, 2])))  # expect: array([1, 2])
out = np.zeros(2); same = np.add([1, 2], 1, out=out)
print(repr(same is out))  # expect: True
print(repr(out))  # expect: array([2., 3.])
a = np.zeros(3); np.add.at(a, [0, 0, 2], 1)
print(repr(a))  # expect: array([2., 0., 1.])
fails(lambda: np.add(1))  # expect: TypeError: add() takes from 2 to 3 positional arguments but 1 were given
