a = b = {1, 2}
a |= {3}
a &= {2, 3, 4}
a -= {2}
a ^= {3, 9}
print(a, a is b)  # expect: {9} True
