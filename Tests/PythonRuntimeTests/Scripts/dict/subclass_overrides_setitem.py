class Up(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)
d = Up(a=1)
d["b"] = 2
d.update(c=3)
print(d)  # expect: {'a': 1, 'B': 2, 'c': 3}
