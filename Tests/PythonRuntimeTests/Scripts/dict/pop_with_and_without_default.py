d = {"a": 1}
print(d.pop("x", None), d.pop("a"))  # expect: None 1
d.pop("a")  # raises: KeyError: 'a'
