print(2**-2, (-2)**-3, 10**0)  # expect: 0.25 -0.125 1
print(pow(2, 10), pow(2, 10, 1000), pow(2, -1, 7))  # expect: 1024 24 4
print(pow(3, 4, -5), pow(-3, 5, 7))  # expect: -4 2
