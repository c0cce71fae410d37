class A:
    x = 1
a = A()
print(getattr(a, "x"), getattr(a, "y", 5), hasattr(a, "y"))  # expect: 1 5 False
getattr(a, "y")  # raises: AttributeError: 'A' object has no attribute 'y'
