def f(a, b: int = 2, *args, c: str = "x", d, **kw) -> float:
    "doc"
    local = 1
print(f.__name__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__module__)
# expect: f doc (2,) {'c': 'x'} {'b': <class 'int'>, 'c': <class 'str'>, 'return': <class 'float'>} __main__
print(f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_name, f.__closure__)
# expect: ('a', 'b', 'c', 'd', 'args', 'kw', 'local') 2 f None
f.tag = 5
print(f.tag, f.__dict__)  # expect: 5 {'tag': 5}
