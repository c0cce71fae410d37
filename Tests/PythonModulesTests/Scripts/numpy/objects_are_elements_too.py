import numpy as np
a = np.array([1, 'two', 3.0, None], dtype=object)
print(a, a.dtype, a.shape, type(a[0]))  # expect: [1 'two' 3.0 None] object (4,) <class 'int'>
print(a == 'two', a != None)  # expect: [False  True False False] [ True  True  True False]
b = np.array([1, 2, 3], dtype=object)
print(b + 1, b * b, b.sum(), b / 2, -b, b > 1)  # expect: [2 3 4] [1 4 9] 6 [0.5 1.0 1.5] [-1 -2 -3] [False  True  True]
print(np.arange(3) + b, np.sum(b), np.mean(b), b @ b)  # expect: [1 3 5] 6 2.0 14
c = np.array([[1, 2], [3, 4, 5]], dtype=object)
print(c, c.shape, [len(row) for row in c])  # expect: [list([1, 2]) list([3, 4, 5])] (2,) [2, 3]
d = np.empty(2, dtype=object)
d[0], d[1] = [1, 2], 'x'
print(d.tolist(), isinstance(d, np.ndarray), type(d))  # expect: [[1, 2], 'x'] True <class 'numpy.ndarray'>
print(repr(np.array([{'a': 1}, (1, 2)])))  # expect: array([{'a': 1}, (1, 2)], dtype=object)
words = np.array(['b', 'a', 'c', 'a'], dtype=object)
print(np.sort(words), np.unique(words), words + '!')  # expect: ['a' 'a' 'b' 'c'] ['a' 'b' 'c'] ['b!' 'a!' 'c!' 'a!']
view, copy = words[1:], words[[1, 2]]
view[0], copy[1] = 'V', 'C'
print(words, words.astype(str).dtype)  # expect: ['b' 'V' 'c' 'a'] <U1
print(np.array([1, 2.5], dtype=object).astype(float), np.dtype(object))  # expect: [1.  2.5] object
print(np.concatenate([words, b]), words.reshape(2, 2).T)  # expect: ['b' 'V' 'c' 'a' 1 2 3] [['b' 'c']
# expect:  ['V' 'a']]
print(np.array([1.5, None]), np.frompyfunc(lambda x: x + 1, 1, 1)([1, 2]))  # expect: [1.5 None] [2 3]
try:
    np.sum([1, None])
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for +: 'int' and 'NoneType'
