class P:
    x = property(lambda self: 5, doc="five")
print(P().x, P.x.__doc__)  # expect: 5 five
