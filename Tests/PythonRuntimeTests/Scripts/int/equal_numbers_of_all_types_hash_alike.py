print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j))  # expect: True
print(hash(2**61 - 1), hash(-1), hash(10**30) == hash(1e30), hash(2**64) == hash(2.0**64))  # expect: 0 -2 False True
