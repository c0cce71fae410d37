d = {"a": 1, "b": 2}
print(list(reversed(d.keys())), list(reversed(d.values())), list(reversed(d.items())))
# expect: ['b', 'a'] [2, 1] [('b', 2), ('a', 1)]
