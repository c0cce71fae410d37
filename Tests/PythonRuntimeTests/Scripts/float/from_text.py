print(float("1_0"), float(" 1e5 "), float(".5"), float("5."), float("-Infinity"), float("１.５"))  # expect: 10.0 100000.0 0.5 5.0 -inf 1.5
print(float("1e400"), float("1e-400"), float(b"12"), float())  # expect: inf 0.0 12.0 0.0
