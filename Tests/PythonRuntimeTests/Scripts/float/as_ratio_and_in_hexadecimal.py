print((0.1).as_integer_ratio(), (-0.0).as_integer_ratio(), (1.5).as_integer_ratio())  # expect: (3602879701896397, 36028797018963968) (0, 1) (3, 2)
print((0.1).hex(), (-0.0).hex(), (5e-324).hex(), float("inf").hex())  # expect: 0x1.999999999999ap-4 -0x0.0p+0 0x0.0000000000001p-1022 inf
print(float.fromhex("0x1.8p3"), float.fromhex("-0x1p-1074"), float.fromhex("1.8"))  # expect: 12.0 -5e-324 1.5
