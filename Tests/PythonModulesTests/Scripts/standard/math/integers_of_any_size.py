import math
print(math.factorial(30), math.comb(100, 50), math.perm(5, 2), math.isqrt(10 ** 30))  # expect: 265252859812191058636308480000000 100891344545564193334812497256 20 1000000000000000
print(math.gcd(12, 18), math.lcm(4, 6), math.gcd(), math.lcm())  # expect: 6 12 0 1
