print(1 << 100, -1 >> 100, -5 >> 1)  # expect: 1267650600228229401496703205376 -1 -3
print(2**100 >> 98, -(2**100) >> 99)  # expect: 4 -2
1 << -1  # raises: ValueError: negative shift count
