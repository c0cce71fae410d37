def f(x: int):
    pass
f.__annotations__["y"] = str
print(f.__annotations__)  # expect: {'x': <class 'int'>, 'y': <class 'str'>}
