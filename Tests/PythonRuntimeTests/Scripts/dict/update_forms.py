d = {}
d.update({"a": 1})
d.update([("b", 2)], c=3)
print(d)  # expect: {'a': 1, 'b': 2, 'c': 3}
