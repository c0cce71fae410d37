print((1 + 0j) == 1, 1 == (1 + 0j), (1 + 2j) == 1, (1 + 2j) != (1 + 2j), hash(2 + 0j) == hash(2))  # expect: True True False False True
