import numpy as np


def fails(body):
    try:
        body()
    except Exception as mistake:
        print(type(mistake).__name__ + ":", mistake)


print(repr(np.array([1.0, np.nan, np.inf])))  # expect: array([ 1., nan, inf])
print(repr(np.array([1e-10, 1])))  # expect: array([1.e-10, 1.e+00])
print(repr(np.array(['apple', 'fig'])))  # expect: array(['apple', 'fig'], dtype='<U5')
print(repr(np.array([1 + 2j])))  # expect: array([1.+2.j])
print(repr(str(np.array([[1, 2], [3, 4]]))))  # expect: '[[1 2]\n [3 4]]'
print(repr(str(np.float32(0.1))))  # expect: '0.1'
print(repr(f"{np.float32(0.1)} {np.float32(0.1):.2f} {np.int64(3):5d} {np.True_}"))  # expect: '0.10000000149011612 0.10     3 True'
print(repr("%s %d" % (np.float32(0.1), np.int64(2))))  # expect: '0.1 2'
print(repr(np.float32(1e20)))  # expect: 1e+20
print(repr(np.arange(2000)))  # expect: array([   0,    1,    2, ..., 1997, 1998, 1999])
np.set_printoptions(precision=3, suppress=True)
print(repr(np.array([1.23456, 1e-9])))  # expect: array([1.235, 0.   ])
np.set_printoptions(precision=8, suppress=False)
print(repr(np.array2string(np.array([1.23456]), precision=2)))  # expect: '[1.23]'
np.set_printoptions(formatter={'float': '{:.1f}'.format})
print(repr(np.array([1.23456, 2])))  # expect: array([1.2, 2.0])
np.set_printoptions(formatter=None)
print(repr(np.array([1.23456, 2])))  # expect: array([1.23456, 2.     ])
print(repr(np.float32(0.5).dtype))  # expect: dtype('float32')
print(repr(np.array(['a', 'bcd']).dtype))  # expect: dtype('<U3')
print(repr(np.dtype(float)))  # expect: dtype('float64')
print(repr(np.finfo(np.float32).eps))  # expect: 1.1920929e-07
print(repr(np.iinfo(np.int32).max))  # expect: 2147483647
