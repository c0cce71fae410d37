class D(dict):
    def __missing__(self, key):
        return key * 2
d = D(a=1)
print(d["a"], d["zz"], d.get("q"), "q" in d, d, type(d.copy()).__name__)
# expect: 1 zzzz None False {'a': 1} dict
