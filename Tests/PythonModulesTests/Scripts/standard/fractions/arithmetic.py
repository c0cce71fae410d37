from fractions import Fraction as F
print(F(1, 3) + F(1, 6), repr(F(2, -4)), F("3/7"), F(0.5), F("1.25e-1"), 1 - F(1, 3), F(7, 2) // 1, F(7, 2) % 1, F(1, 2) ** -2)  # expect: 1/2 Fraction(-1, 2) 3/7 1/2 1/8 2/3 3 1/2 4
print(F(1, 3) + 0.5, F(1, 2) == 0.5, hash(F(1, 2)) == hash(0.5), float(F(1, 3)), round(F(7, 2)), F(3.14159).limit_denominator(100), sum([F(1, 2), F(1, 3)]))  # expect: 0.8333333333333333 True True 0.3333333333333333 4 311/99 5/6
