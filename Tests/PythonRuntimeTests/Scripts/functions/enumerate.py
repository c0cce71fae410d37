print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=10**20)))
# expect: [(0, 'a'), (1, 'b')] [(5, 'a'), (6, 'b')] [(100000000000000000000, 'a'), (100000000000000000001, 'b')]
