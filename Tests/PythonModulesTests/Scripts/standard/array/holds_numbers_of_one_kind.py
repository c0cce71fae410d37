import array
from array import array as A
def t(s):
    try: r=eval(s); print(s,'->',repr(r))
    except BaseException as e: print(s,'->',type(e).__name__,e)
a=A('i',[1,2,3]); d=A('d',[1.5,2]); f=A('f',[0.1]); u=A('u','héé'); B=A('B',b'abc')
for s in '''a
d
f
u
B
A('i')
a.typecode, a.itemsize, d.itemsize, u.itemsize, A('l').itemsize
a[0], a[-1], a[1:], a[::-1]
a[5]
a['x']
a+a
a+d
a+[1]
a*2
2*a
a==A('i',[1,2,3]), a==A('d',[1,2,3]), a<A('i',[2]), a==[1,2,3]
a.tolist(), d.tolist()
a.tobytes()
B.tobytes()
A('h',b'\\x01\\x00\\x02\\x00')
A('h',b'\\x01')
A('i',['a'])
A('i',[1.5])
A('d',['a'])
A('b',[200])
A('b',[-200])
A('B',[-1])
A('B',[256])
A('h',[40000])
A('H',[-1])
A('H',[70000])
A('i',[2**40])
A('I',[-1])
A('I',[2**40])
A('q',[2**70])
A('x')
A(1)
A('ii')
A('i',3)
A('i','abc')
A('u',[1])
u.tounicode()
a.index(2), a.count(3)
a.index(9)
a.remove(9)
A('i').pop()
a.pop(9)
2 in a, list(a), len(a), sum(a), max(d)
a.append('x')
a.extend(d)
a.extend([7,8])
a
a.insert(1,50)
a
a.reverse()
a
hash(a)
type(a), array.typecodes
A('f',[3.14159265])
bytes(B)
a.fromlist((1,))
a.byteswap()
a
isinstance(a,A)
'''.splitlines(): t(s)
import copy
b=copy.copy(a); b.append(1); print(len(a),len(b))
a[0]=9; a[1:2]=A('i',[5,6]); del a[0]; print(a)
try: a[0:1]=[1]
except TypeError as e: print(e)
try: a[99]=1
except IndexError as e: print(e)
# expect: a -> array('i', [1, 2, 3])
# expect: d -> array('d', [1.5, 2.0])
# expect: f -> array('f', [0.10000000149011612])
# expect: u -> array('u', 'héé')
# expect: B -> array('B', [97, 98, 99])
# expect: A('i') -> array('i')
# expect: a.typecode, a.itemsize, d.itemsize, u.itemsize, A('l').itemsize -> ('i', 4, 8, 4, 8)
# expect: a[0], a[-1], a[1:], a[::-1] -> (1, 3, array('i', [2, 3]), array('i', [3, 2, 1]))
# expect: a[5] -> IndexError array index out of range
# expect: a['x'] -> TypeError array indices must be integers
# expect: a+a -> array('i', [1, 2, 3, 1, 2, 3])
# expect: a+d -> TypeError bad argument type for built-in operation
# expect: a+[1] -> TypeError can only append array (not "list") to array
# expect: a*2 -> array('i', [1, 2, 3, 1, 2, 3])
# expect: 2*a -> array('i', [1, 2, 3, 1, 2, 3])
# expect: a==A('i',[1,2,3]), a==A('d',[1,2,3]), a<A('i',[2]), a==[1,2,3] -> (True, True, True, False)
# expect: a.tolist(), d.tolist() -> ([1, 2, 3], [1.5, 2.0])
# expect: a.tobytes() -> b'\x01\x00\x00\x00\x02\x00\x00\x00\x03\x00\x00\x00'
# expect: B.tobytes() -> b'abc'
# expect: A('h',b'\x01\x00\x02\x00') -> array('h', [1, 2])
# expect: A('h',b'\x01') -> ValueError bytes length not a multiple of item size
# expect: A('i',['a']) -> TypeError 'str' object cannot be interpreted as an integer
# expect: A('i',[1.5]) -> TypeError 'float' object cannot be interpreted as an integer
# expect: A('d',['a']) -> TypeError must be real number, not str
# expect: A('b',[200]) -> OverflowError signed char is greater than maximum
# expect: A('b',[-200]) -> OverflowError signed char is less than minimum
# expect: A('B',[-1]) -> OverflowError unsigned byte integer is less than minimum
# expect: A('B',[256]) -> OverflowError unsigned byte integer is greater than maximum
# expect: A('h',[40000]) -> OverflowError signed short integer is greater than maximum
# expect: A('H',[-1]) -> OverflowError unsigned short is less than minimum
# expect: A('H',[70000]) -> OverflowError unsigned short is greater than maximum
# expect: A('i',[2**40]) -> OverflowError signed integer is greater than maximum
# expect: A('I',[-1]) -> OverflowError can't convert negative value to unsigned int
# expect: A('I',[2**40]) -> OverflowError unsigned int is greater than maximum
# expect: A('q',[2**70]) -> OverflowError int too big to convert
# expect: A('x') -> ValueError bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)
# expect: A(1) -> TypeError array() argument 1 must be a unicode character, not int
# expect: A('ii') -> TypeError array() argument 1 must be a unicode character, not str
# expect: A('i',3) -> TypeError 'int' object is not iterable
# expect: A('i','abc') -> TypeError cannot use a str to initialize an array with typecode 'i'
# expect: A('u',[1]) -> TypeError array item must be unicode character
# expect: u.tounicode() -> 'héé'
# expect: a.index(2), a.count(3) -> (1, 1)
# expect: a.index(9) -> ValueError array.index(x): x not in array
# expect: a.remove(9) -> ValueError array.remove(x): x not in array
# expect: A('i').pop() -> IndexError pop from empty array
# expect: a.pop(9) -> IndexError pop index out of range
# expect: 2 in a, list(a), len(a), sum(a), max(d) -> (True, [1, 2, 3], 3, 6, 2.0)
# expect: a.append('x') -> TypeError 'str' object cannot be interpreted as an integer
# expect: a.extend(d) -> TypeError can only extend with array of same kind
# expect: a.extend([7,8]) -> None
# expect: a -> array('i', [1, 2, 3, 7, 8])
# expect: a.insert(1,50) -> None
# expect: a -> array('i', [1, 50, 2, 3, 7, 8])
# expect: a.reverse() -> None
# expect: a -> array('i', [8, 7, 3, 2, 50, 1])
# expect: hash(a) -> TypeError unhashable type: 'array.array'
# expect: type(a), array.typecodes -> (<class 'array.array'>, 'bBuhHiIlLqQfd')
# expect: A('f',[3.14159265]) -> array('f', [3.1415927410125732])
# expect: bytes(B) -> b'abc'
# expect: a.fromlist((1,)) -> TypeError arg must be list
# expect: a.byteswap() -> None
# expect: a -> array('i', [134217728, 117440512, 50331648, 33554432, 838860800, 16777216])
# expect: isinstance(a,A) -> True
# expect: 6 7
# expect: array('i', [5, 6, 50331648, 33554432, 838860800, 16777216])
# expect: can only assign array (not "list") to array slice
# expect: array assignment index out of range
