d = {"a": 1, "b": 2}
print(d.keys() & {"a", "z"}, sorted(d.keys() | {"c"}), d.keys() - {"a"}, sorted(d.keys() ^ {"a", "c"}))
# expect: {'a'} ['a', 'b', 'c'] {'b'} ['b', 'c']
print(d.keys() == {"a", "b"}, d.keys() >= {"a"}, d.keys().isdisjoint({"q"}), ("a", 1) in d.items())
# expect: True True True True
