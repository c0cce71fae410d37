d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 9
del d["a"]
d["a"] = 0
print(d, list(reversed(d)))  # expect: {'b': 9, 'c': 3, 'a': 0} ['a', 'c', 'b']
