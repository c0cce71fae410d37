import io, os
import numpy as np


def t(make):
    try:
        print(repr(make()))
    except BaseException as error:
        print(type(error).__name__, error)


a=np.arange(6,dtype='float32').reshape(2,3)
np.save('a',a)
t(lambda: np.load('a.npy'))  # expect: array([[0., 1., 2.],
# expect:        [3., 4., 5.]], dtype=float32)
t(lambda: open('a.npy','rb').read())  # expect: b"\x93NUMPY\x01\x00v\x00{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }                                                          \n\x00\x00\x00\x00\x00\x00\x80?\x00\x00\x00@\x00\x00@@\x00\x00\x80@\x00\x00\xa0@"
np.save('f.npy',a.T)
t(lambda: open('f.npy','rb').read()[:90])  # expect: b"\x93NUMPY\x01\x00v\x00{'descr': '<f4', 'fortran_order': True, 'shape': (3, 2), }                      "
t(lambda: np.load('f.npy').flags['F_CONTIGUOUS'])  # expect: True
np.savez('z',x=a,y=np.arange(3))
z=np.load('z.npz')
t(lambda: z)  # expect: NpzFile 'z.npz' with keys: x, y
t(lambda: z.files)  # expect: ['x', 'y']
t(lambda: z['x'])  # expect: array([[0., 1., 2.],
# expect:        [3., 4., 5.]], dtype=float32)
t(lambda: z['q'])  # expect: KeyError 'q is not a file in the archive'
t(lambda: z.f.y)  # expect: array([0, 1, 2])
t(lambda: list(z.keys()))  # expect: ['x', 'y']
t(lambda: len(z))  # expect: 2
t(lambda: 'x' in z)  # expect: True
t(lambda: list(z))  # expect: ['x', 'y']
t(lambda: z['x.npy'])  # expect: array([[0., 1., 2.],
# expect:        [3., 4., 5.]], dtype=float32)
t(lambda: type(z))  # expect: <class 'numpy.lib.npyio.NpzFile'>
t(lambda: str(z))  # expect: "NpzFile 'z.npz' with keys: x, y"
z.close()
t(lambda: z['x'])  # expect: AttributeError 'NoneType' object has no attribute 'open'
t(lambda: z)  # expect: NpzFile 'object' with keys: x, y
np.savez('p',a,a+1, k=3.5)
z=np.load('p.npz')
t(lambda: z.files)  # expect: ['k', 'arr_0', 'arr_1']
t(lambda: z['k'])  # expect: array(3.5)
t(lambda: np.savez('p', a, arr_0=a))  # expect: ValueError Cannot use un-named variables and keyword arr_0
t(lambda: np.load('none.npy'))  # expect: FileNotFoundError [Errno 2] No such file or directory: 'none.npy'
open('bad.npy','w').write('hello')
t(lambda: np.load('bad.npy'))  # expect: ValueError Cannot load file containing pickled data when allow_pickle=False
open('empty.npy','w')
t(lambda: np.load('empty.npy'))  # expect: EOFError No data left in file
open('trunc.npy','wb').write(open('a.npy','rb').read()[:-5])
t(lambda: np.load('trunc.npy'))  # expect: ValueError cannot reshape array of size 4 into shape (2,3)
open('trunc2.npy','wb').write(open('a.npy','rb').read()[:50])
t(lambda: np.load('trunc2.npy'))  # expect: ValueError EOF: reading array header, expected 118 bytes got 40
open('trunc3.npy','wb').write(open('a.npy','rb').read()[:8])
t(lambda: np.load('trunc3.npy'))  # expect: ValueError EOF: reading array header length, expected 2 bytes got 0
b=io.BytesIO()
np.save(b,np.array(['ab','cde']))
b.seek(0)
t(lambda: np.load(b))  # expect: array(['ab', 'cde'], dtype='<U3')
b=io.BytesIO()
np.save(b,np.array([True,False]))
np.save(b, np.int64(3))
b.seek(0)
t(lambda: np.load(b))  # expect: array([ True, False])
t(lambda: np.load(b))  # expect: array(3)
t(lambda: np.load(b))  # expect: EOFError No data left in file
b=io.BytesIO()
np.savez(b,q=a)
b.seek(0)
t(lambda: np.load(b))  # expect: NpzFile 'object' with keys: q
a.tofile('raw.bin')
t(lambda: np.fromfile('raw.bin',dtype='float32'))  # expect: array([0., 1., 2., 3., 4., 5.], dtype=float32)
t(lambda: np.fromfile('raw.bin',dtype='float32',count=2,offset=4))  # expect: array([1., 2.], dtype=float32)
a.tofile('raw.txt',sep=' ')
print(open('raw.txt').read())  # expect: 0.0 1.0 2.0 3.0 4.0 5.0
t(lambda: np.fromfile('raw.txt',sep=' '))  # expect: array([0., 1., 2., 3., 4., 5.])
t(lambda: np.fromfile('no.bin'))  # expect: FileNotFoundError [Errno 2] No such file or directory: 'no.bin'
