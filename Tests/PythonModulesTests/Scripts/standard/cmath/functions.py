import cmath
print(cmath.sqrt(-1), cmath.phase(-1), cmath.polar(1 + 1j), cmath.log(1j))  # expect: 1j 3.141592653589793 (1.4142135623730951, 0.7853981633974483) 1.5707963267948966j
