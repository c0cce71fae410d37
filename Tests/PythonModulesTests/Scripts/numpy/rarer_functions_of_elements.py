import numpy as np
print(np.gcd([12, 18], 8), np.lcm(4, [6, 10]))
print(np.unpackbits(np.array([5, 255], np.uint8)), np.packbits([1, 0, 1, 0, 0, 0, 0, 1]))
print(np.ldexp([0.5, 3.0], [2, 1]), np.frexp([8.0, 0.3]))
print(np.heaviside([-1.0, 0.0, 2.0], 0.5), np.isposinf([np.inf, 1.0]))
print(np.nextafter(1.0, 2.0), np.spacing(1.0), np.logaddexp2(1.0, 2.0))
print(np.hanning(5), np.hamming(4), np.blackman(5), np.bartlett(5))
print(np.nancumsum([1.0, np.nan, 2.0]), np.nanprod([2.0, np.nan, 3.0]), np.nanargmax([np.nan, 1.0, 5.0]))
print(np.nanmedian([1.0, np.nan, 3.0, 2.0]), np.nanpercentile([1.0, np.nan, 3.0], 50))
a = np.zeros(5)
np.put(a, [0, 2], [7, 9])
np.place(a, a == 0, [1, 2])
print(a)
b = np.arange(6).reshape(2, 3)
np.put_along_axis(b, np.array([[1], [2]]), 99, axis=1)
print(b)
print(np.tril_indices_from(b), np.setxor1d([1, 2, 3], [3, 4]))
print(np.polyadd([1, 2], [3]), np.polymul([1, 2], [1, 3]), np.polydiv([1.0, 5.0, 6.0], [1.0, 2.0]), np.polyint([3, 2, 1]), np.poly([1, 2]))
# expect: [4 2] [12 20]
# expect: [0 0 0 0 0 1 0 1 1 1 1 1 1 1 1 1] [161]
# expect: [2. 6.] (array([0.5, 0.6]), array([ 4, -1], dtype=int32))
# expect: [0.  0.5 1. ] [ True False]
# expect: 1.0000000000000002 2.220446049250313e-16 2.584962500721156
# expect: [0.  0.5 1.  0.5 0. ] [0.08 0.77 0.77 0.08] [-1.38777878e-17  3.40000000e-01  1.00000000e+00  3.40000000e-01
# expect:  -1.38777878e-17] [0.  0.5 1.  0.5 0. ]
# expect: [1. 1. 3.] 6.0 2
# expect: 2.0 2.0
# expect: [7. 1. 9. 2. 1.]
# expect: [[ 0 99  2]
# expect:  [ 3  4 99]]
# expect: (array([0, 1, 1]), array([0, 0, 1])) [1 2 4]
# expect: [1 5] [1 5 6] (array([1., 3.]), array([0.])) [1. 1. 1. 0.] [ 1. -3.  2.]
