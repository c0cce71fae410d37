print(7.0 // 2, -7.0 // 2, 7.0 % -3, -7.0 % 3, 5.0 // 0.1)  # expect: 3.0 -4.0 -2.0 2.0 49.0
print(-0.0 % 3, 0.0 % -3, divmod(-7.5, 2), divmod(1e300, 7))  # expect: 0.0 -0.0 (-4.0, 0.5) (1.4285714285714286e+299, 1.0)
print(1 % float("inf"), -1 % float("inf"), -1 // float("inf"), float("inf") // 1)  # expect: 1.0 inf -1.0 nan
