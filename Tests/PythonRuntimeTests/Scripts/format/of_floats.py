print(format(3.14159, ".2f"), format(3.14159, "10.3f"), format(2.5, ".0f"), format(3.5, ".0f"), format(1e10, "f"))  # expect: 3.14      3.142 2 4 10000000000.000000
print(format(12345.678, "e"), format(12345.678, ".0e"), format(12345.678, "g"), format(1e-5, "g"), format(1e20, "G"))  # expect: 1.234568e+04 1e+04 12345.7 1e-05 1E+20
print(format(1234567.891, ",.2f"), format(1234567.891, "015,.2f"), format(0.256, ".1%"), format(1.5, "+.1f"), format(-0.001, "z.1f"))  # expect: 1,234,567.89 0,001,234,567.89 25.6% +1.5 0.0
print(format(100.0, ".3"), format(12345.678, ".10"), format(1.0, "#.0f"), format(1.0, "g"), format(1.0, "#g"), format(1e16, ""))  # expect: 1e+02 12345.678 1. 1 1.00000 1e+16
print(format(float("nan"), "010"), format(float("inf"), "+010"), format(float("inf"), "F"), format(float("nan"), "%"))  # expect: 0000000nan +000000inf INF nan%
