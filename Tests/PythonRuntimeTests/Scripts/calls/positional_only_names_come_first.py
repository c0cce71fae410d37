def f(x, /, *, y):
    pass
f(k=1, x=2, y=3)  # raises: TypeError: f() got some positional-only arguments passed as keyword arguments: 'x'
