print(round(15, -1), round(25, -1), round(-15, -1), round(12345, -3), round(5, -2))  # expect: 20 20 -20 12000 0
print(round(12345), round(12345, 2), round(10**30 + 5 * 10**9, -10))  # expect: 12345 12345 1000000000000000000000000000000
