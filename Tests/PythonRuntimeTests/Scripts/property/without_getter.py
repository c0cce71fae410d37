class P:
    w = property(None, lambda self, v: setattr(self, "_w", v))
p = P()
p.w = 3
print(p._w)  # expect: 3
p.w  # raises: AttributeError: property 'w' of 'P' object has no getter
