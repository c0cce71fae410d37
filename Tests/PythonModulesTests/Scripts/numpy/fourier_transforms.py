import numpy as np
x = np.arange(12.).reshape(3, 4)
print(np.fft.fft([1, 2, 3, 4]), np.fft.ifft([10, -2 + 2j, -2, -2 - 2j]))  # expect: [10.+0.j -2.+2.j -2.+0.j -2.-2.j] [1.+0.j 2.+0.j 3.+0.j 4.+0.j]
print(np.fft.rfft([1., 2, 3, 4, 5]))  # expect: [15. +0.j         -2.5+3.4409548j  -2.5+0.81229924j]
print(np.fft.irfft(np.fft.rfft([1., 2, 3, 4])), np.fft.irfft([1, 2, 3], 5))  # expect: [1. 2. 3. 4.] [ 2.2       -0.5236068 -0.0763932 -0.0763932 -0.5236068]
print(np.fft.fftfreq(5, 0.1), np.fft.rfftfreq(6), np.fft.fftshift(np.fft.fftfreq(6)))  # expect: [ 0.  2.  4. -4. -2.] [0.         0.16666667 0.33333333 0.5       ] [-0.5        -0.33333333 -0.16666667  0.          0.16666667  0.33333333]
print(np.fft.fft(x, axis=0))  # expect: [[12.+0.j         15.+0.j         18.+0.j         21.+0.j        ]
# expect:  [-6.+3.46410162j -6.+3.46410162j -6.+3.46410162j -6.+3.46410162j]
# expect:  [-6.-3.46410162j -6.-3.46410162j -6.-3.46410162j -6.-3.46410162j]]
print(np.fft.fft2(x))  # expect: [[ 66. +0.j          -6. +6.j          -6. +0.j          -6. -6.j        ]
# expect:  [-24.+13.85640646j   0. +0.j           0. +0.j           0. +0.j        ]
# expect:  [-24.-13.85640646j   0. +0.j           0. +0.j           0. +0.j        ]]
print(np.abs(np.fft.fft(np.sin(np.arange(16) * np.pi / 4))).round(6))  # expect: [0. 0. 8. 0. 0. 0. 0. 0. 0. 0. 0. 0. 0. 0. 8. 0.]
print(np.fft.ifftshift(np.fft.fftshift(np.arange(5))), np.fft.fft([1, 2, 3], 5))  # expect: [0 1 2 3 4] [ 6.        +0.j         -0.80901699-3.66546879j  0.30901699+1.67759904j
# expect:   0.30901699-1.67759904j -0.80901699+3.66546879j]
print(np.fft.fft([1., 2, 3], norm='ortho'))  # expect: [ 3.46410162+0.j  -0.8660254 +0.5j -0.8660254 -0.5j]
