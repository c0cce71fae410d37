X = type("X", (), {"z": 5, "f": lambda self: self.z})
print(X, X().f(), X.__bases__)  # expect: <class '__main__.X'> 5 (<class 'object'>,)
type(1, 2)  # raises: TypeError: type() takes 1 or 3 arguments
