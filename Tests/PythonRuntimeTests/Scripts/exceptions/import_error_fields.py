e = ImportError("m", name="n", path="p")
print(e, e.name, e.path, e.msg)  # expect: m n p m
ImportError(foo=1)  # raises: TypeError: 'foo' is an invalid keyword argument for ImportError()
