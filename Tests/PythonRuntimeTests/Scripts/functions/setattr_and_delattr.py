class A:
    pass
a = A()
setattr(a, "k", 3)
print(a.k, vars(a))  # expect: 3 {'k': 3}
delattr(a, "k")
delattr(a, "k")  # raises: AttributeError: 'A' object has no attribute 'k'
