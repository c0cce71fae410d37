import os

import numpy as np

np.save('a.npy', np.arange(6.).reshape(2, 3))
print(np.load('a.npy'))  # expect: [[0. 1. 2.]
# expect:  [3. 4. 5.]]
np.save('b', np.array([True, False]))
print(np.load('b.npy'), os.path.exists('b.npy'))  # expect: [ True False] True
np.savez('a.npz', a=np.ones(2), b=np.array([1, 2], dtype=np.int32))
z = np.load('a.npz')
print(z.files, z['a'], z['b'].dtype, 'b' in z, {k: v for k, v in z.items()})  # expect: ['a', 'b'] [1. 1.] int32 True {'a': array([1., 1.]), 'b': array([1, 2], dtype=int32)}
np.savez_compressed('c.npz', np.zeros(1))
print(np.load('c.npz')['arr_0'])  # expect: [0.]
np.savetxt('a.csv', np.array([[1.5, 2], [3, 4]]), delimiter=',', fmt='%.2f', header='a,b')
print(open('a.csv').read())  # expect: # a,b
# expect: 1.50,2.00
# expect: 3.00,4.00
# expect:
print(np.loadtxt('a.csv', delimiter=','), np.genfromtxt('a.csv', delimiter=','))  # expect: [[1.5 2. ]
# expect:  [3.  4. ]] [[1.5 2. ]
# expect:  [3.  4. ]]
print(np.loadtxt('a.csv', delimiter=',', usecols=0), np.loadtxt('a.csv', delimiter=',', unpack=True))  # expect: [1.5 3. ] [[1.5 3. ]
# expect:  [2.  4. ]]
print(np.loadtxt('a.csv', delimiter=',', skiprows=2, dtype=str))  # expect: ['3.00' '4.00']
print(np.genfromtxt(['1,2', '3,x'], delimiter=','))  # expect: [[ 1.  2.]
# expect:  [ 3. nan]]
with open('raw.bin', 'wb') as file:
    _ = file.write(np.arange(3, dtype=np.int16).tobytes())
print(np.fromfile('raw.bin', dtype=np.int16))  # expect: [0 1 2]
