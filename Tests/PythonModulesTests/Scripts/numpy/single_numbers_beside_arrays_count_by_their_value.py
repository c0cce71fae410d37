import numpy as np


def fails(body):
    try:
        body()
    except Exception as mistake:
        print(type(mistake).__name__ + ":", mistake)


f4 = np.ones(1, 'f4'); f2 = np.ones(1, 'f2'); i1 = np.ones(1, 'i1'); u1 = np.ones(1, 'u1'); i4 = np.ones(1, 'i4')
print(repr(f4 * 2.0))  # expect: array([2.], dtype=float32)
print(repr(f4 * 1000))  # expect: array([1000.], dtype=float32)
print(repr(f4 * 100000))  # expect: array([100000.])
print(repr(f4 + 1e39))  # expect: array([1.e+39])
print(repr(f4 + 1j))  # expect: array([1.+1.j], dtype=complex64)
print(repr(i1 + 5))  # expect: array([6], dtype=int8)
print(repr(i1 + 200))  # expect: array([201], dtype=int16)
print(repr(u1 - 1))  # expect: array([0], dtype=uint8)
print(repr(u1 + -1))  # expect: array([0], dtype=int16)
print(repr(u1 + 300))  # expect: array([301], dtype=uint16)
print(repr(i4 + 2**40))  # expect: array([1099511627777])
print(repr(i4 * 2.0))  # expect: array([2.])
print(repr(f2 + 70000.0))  # expect: array([70001.], dtype=float32)
print(repr(np.array([True]) + 2))  # expect: array([3])
print(repr(f4 * np.float64(2)))  # expect: array([2.], dtype=float32)
print(repr(f4 * np.array(2.0)))  # expect: array([2.], dtype=float32)
print(repr(f4 * np.array([2.0])))  # expect: array([2.])
print(repr(np.array(2.0, 'f4') * 2.0))  # expect: 4.0
print(repr(np.array([200], dtype=np.uint8) + np.array([100], dtype=np.uint8)))  # expect: array([44], dtype=uint8)
print(repr(np.array([1, 2]) / 2))  # expect: array([0.5, 1. ])
print(repr(np.array([1, 2]) // 2))  # expect: array([0, 1])
print(repr(np.array([2])**2.0))  # expect: array([4.])
print(repr((np.float32(3) * 2).dtype.name))  # expect: 'float64'
print(repr((np.float32(3) * np.float32(2)).dtype.name))  # expect: 'float32'
print(repr((np.int32(3) + 2.5).dtype.name))  # expect: 'float64'
print(repr((2 * np.float64(3)).dtype.name))  # expect: 'float64'
print(repr((np.int8(100) + 100).dtype.name))  # expect: 'int64'
print(repr((np.float64(0.5) + 1).dtype.name))  # expect: 'float64'
print(repr(np.sqrt(np.int8(4)).dtype.name))  # expect: 'float16'
print(repr(np.sqrt(np.array([4], 'i2')).dtype.name))  # expect: 'float32'
print(repr(np.sum(np.array([1, 2], dtype=np.int8)).dtype.name))  # expect: 'int64'
print(repr(np.mean(np.array([1, 2], dtype=np.float32)).dtype.name))  # expect: 'float32'
print(repr(np.concatenate(([1], [2.5]))))  # expect: array([1. , 2.5])
