import math
print(math.modf(3.7), math.frexp(10), math.ldexp(0.5, 4), math.copysign(1, -0.0), math.ulp(1))  # expect: (0.7000000000000002, 3.0) (0.625, 4) 8.0 -1.0 2.220446049250313e-16
print(math.fmod(-5, 3), math.remainder(5, 3), math.nextafter(1, 2))  # expect: -2.0 -1.0 1.0000000000000002
