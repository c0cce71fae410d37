d = {"a": 1}
print(d.get("a"), d.get("x"), d.get("x", 5), d.setdefault("a", 9), d.setdefault("b"), d)
# expect: 1 None 5 1 None {'a': 1, 'b': None}
