from collections import Counter
c = Counter("mississippi")
print(c, c.most_common(2), c["z"], c.total())  # expect: Counter({'i': 4, 's': 4, 'p': 2, 'm': 1}) [('i', 4), ('s', 4)] 0 11
c.update("misty")
print(c)  # expect: Counter({'i': 5, 's': 5, 'm': 2, 'p': 2, 't': 1, 'y': 1})
c.subtract("sss")
print(c["s"], sorted(c.elements()))  # expect: 2 ['i', 'i', 'i', 'i', 'i', 'm', 'm', 'p', 'p', 's', 's', 't', 'y']
