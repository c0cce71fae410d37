import math
print(math.sqrt(2), math.exp(1), math.sin(1), math.atan2(1, -1), math.cbrt(27))  # expect: 1.4142135623730951 2.718281828459045 0.8414709848078965 2.356194490192345 3.0000000000000004
print(math.degrees(math.pi), math.radians(180), math.hypot(3, 4), math.hypot(1, 2, 3))  # expect: 180.0 3.141592653589793 5.0 3.7416573867739413
print(math.gamma(5), math.lgamma(10), math.gamma(0.5), math.erf(0.5))  # expect: 24.0 12.801827480081467 1.7724538509055159 0.5204998778130465
