print(pow(4, -2, -1), pow(4, -2, 1), pow(0, -1, 1), pow(5, 3, 1))  # expect: 0 0 0 0
