import io, os
import numpy as np


def t(make):
    try:
        print(repr(make()))
    except BaseException as error:
        print(type(error).__name__, error)


a=np.arange(6,dtype='float32').reshape(2,3)
np.savetxt('s.txt',a)
print(open('s.txt').read())  # expect: 0.000000000000000000e+00 1.000000000000000000e+00 2.000000000000000000e+00
# expect: 3.000000000000000000e+00 4.000000000000000000e+00 5.000000000000000000e+00
# expect: 
np.savetxt('s.txt',[1,2,3],fmt='%d',header='h\nk',footer='end',delimiter=',')
print(open('s.txt').read())  # expect: # h
# expect: # k
# expect: 1
# expect: 2
# expect: 3
# expect: # end
# expect: 
t(lambda: np.loadtxt('s.txt'))  # expect: array([1., 2., 3.])
s=io.StringIO()
np.savetxt(s,a,fmt=['%d','%.2f','%s'],delimiter=';',newline='|\n')
s=io.StringIO()
np.savetxt(s,a,fmt='%d-%d-%d',comments='//',header='x')
t(lambda: np.savetxt(io.StringIO(),a,fmt='%d %d'))  # expect: ValueError fmt has wrong number of % formats:  %d %d
t(lambda: np.savetxt(io.StringIO(),a,fmt=['%d']))  # expect: AttributeError fmt has wrong shape.  ['%d']
t(lambda: np.savetxt(io.StringIO(),np.array(['a']),fmt='%d'))  # expect: TypeError Mismatch between array dtype ('<U1') and format specifier ('%d')
t(lambda: np.savetxt(io.StringIO(),np.zeros((2,2,2))))  # expect: ValueError Expected 1D or 2D array, got 3D array instead
t(lambda: np.savetxt(io.StringIO(),a,fmt=3))  # expect: ValueError invalid fmt: 3
s=io.StringIO()
np.savetxt(s,np.array([1+2j,3-1j]))
s=io.StringIO()
np.savetxt(s,np.array(['a','b']),fmt='%s')
S=io.StringIO
t(lambda: np.loadtxt(S('1 2\n3 4')))  # expect: array([[1., 2.],
# expect:        [3., 4.]])
t(lambda: np.loadtxt(S('1,2\n3,4'),delimiter=',',dtype=int))  # expect: array([[1, 2],
# expect:        [3, 4]])
t(lambda: np.loadtxt(S('1,2\n3,a'),delimiter=','))  # expect: ValueError could not convert string 'a' to float64 at row 1, column 2.
t(lambda: np.loadtxt(S('1 2\n3 4 5')))  # expect: ValueError the number of columns changed from 2 to 3 at row 2; use `usecols` to select a subset and avoid this error
t(lambda: np.loadtxt(S('1 2\n3')))  # expect: ValueError the number of columns changed from 2 to 1 at row 2; use `usecols` to select a subset and avoid this error
t(lambda: np.loadtxt(S('a,b\n1,2'),delimiter=',',skiprows=1))  # expect: array([1., 2.])
t(lambda: np.loadtxt(S('1 2 3\n4 5 6'),usecols=(0,2),unpack=True))  # expect: array([[1., 4.],
# expect:        [3., 6.]])
t(lambda: np.loadtxt(S('1 2 3\n4 5 6'),usecols=1))  # expect: array([2., 5.])
t(lambda: np.loadtxt(S('1 2 3\n4 5 6'),usecols=5))  # expect: ValueError invalid column index 5 at row 1 with 3 columns
t(lambda: np.loadtxt(S('7')))  # expect: array(7.)
t(lambda: np.loadtxt(S('7'),ndmin=2))  # expect: array([[7.]])
t(lambda: np.loadtxt(S('1\n2'),ndmin=2))  # expect: array([[1.],
# expect:        [2.]])
t(lambda: np.loadtxt(S('1 2'),ndmin=2))  # expect: array([[1., 2.]])
t(lambda: np.loadtxt(S('a b\nc d'),dtype=str))  # expect: array([['a', 'b'],
# expect:        ['c', 'd']], dtype='<U1')
t(lambda: np.loadtxt(['1 2','3 4']))  # expect: array([[1., 2.],
# expect:        [3., 4.]])
t(lambda: np.loadtxt(S('1;2'),delimiter=';',converters={0:lambda s: float(s)*10}))  # expect: array([10.,  2.])
t(lambda: np.loadtxt('nofile.txt'))  # expect: FileNotFoundError nofile.txt not found.
t(lambda: np.loadtxt(S('"1","2"'),delimiter=',',quotechar='"'))  # expect: array([1., 2.])
t(lambda: np.loadtxt(S('1 2'),delimiter=','))  # expect: ValueError could not convert string '1 2' to float64 at row 0, column 1.
t(lambda: np.loadtxt(S('1,,2'),delimiter=','))  # expect: ValueError could not convert string '' to float64 at row 0, column 2.
t(lambda: np.loadtxt(S('1 nan\ninf -1e3')))  # expect: array([[    1.,    nan],
# expect:        [   inf, -1000.]])
t(lambda: np.loadtxt(S('1+2j 3')  ,dtype=complex))  # expect: array([1.+2.j, 3.+0.j])
t(lambda: np.loadtxt(S('True')  ,dtype=bool))  # expect: ValueError could not convert string 'True' to bool at row 0, column 1.
t(lambda: np.loadtxt(S('1 0')  ,dtype=bool))  # expect: array([ True, False])
t(lambda: np.loadtxt(S('1 2\n3 4'),dtype='float32',unpack=True))  # expect: array([[1., 3.],
# expect:        [2., 4.]], dtype=float32)
t(lambda: np.genfromtxt(S('1,2\n3,'),delimiter=','))  # expect: array([[ 1.,  2.],
# expect:        [ 3., nan]])
t(lambda: np.genfromtxt(S('a,b\n1,x\n3,4'),delimiter=',',skip_header=1))  # expect: array([[ 1., nan],
# expect:        [ 3.,  4.]])
t(lambda: np.genfromtxt(S('1,2\n3,'),delimiter=',',filling_values=-1))  # expect: array([[ 1.,  2.],
# expect:        [ 3., -1.]])
t(lambda: np.genfromtxt(S('1 2\n3 4 5')))  # expect: ValueError Some errors were detected !
# expect:     Line #2 (got 3 columns instead of 2)
t(lambda: np.genfromtxt(S('1,2\n3,4\n5,6'),delimiter=',',usecols=(1,),skip_footer=1))  # expect: array([2., 4.])
t(lambda: np.genfromtxt(S('1 2\n3 4'),dtype=int))  # expect: array([[1, 2],
# expect:        [3, 4]])
t(lambda: np.genfromtxt(S('a b'),dtype=str))  # expect: array(['a', 'b'], dtype='<U1')
t(lambda: np.genfromtxt(S('1 2\n3 4'),dtype=None))  # expect: array([[1, 2],
# expect:        [3, 4]])
t(lambda: np.genfromtxt(S('1,N/A\n3,4'),delimiter=',',missing_values='N/A',filling_values=0))  # expect: array([[1., 0.],
# expect:        [3., 4.]])
t(lambda: np.genfromtxt(S('1,2\nx,4'),delimiter=',',dtype=int))  # expect: array([[ 1,  2],
# expect:        [-1,  4]])
t(lambda: np.genfromtxt('nofile.txt'))  # expect: FileNotFoundError nofile.txt not found.
t(lambda: np.genfromtxt(S('1 2\n3 4'),unpack=True))  # expect: array([[1., 3.],
# expect:        [2., 4.]])
t(lambda: np.genfromtxt(S('123456\n789012'),delimiter=(2,4)))  # expect: array([[  12., 3456.],
# expect:        [  78., 9012.]])
