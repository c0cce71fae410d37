d = {"a": 3, "b": 7}
print(max(d, key=d.get), sorted(d.items(), key=lambda kv: -kv[1]), sum(d.values()))
# expect: b [('b', 7), ('a', 3)] 10
