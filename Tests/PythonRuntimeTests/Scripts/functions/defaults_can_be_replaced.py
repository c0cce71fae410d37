def f(a, b=1):
    return a, b
f.__defaults__ = (7, 8)
print(f(), f(1))  # expect: (7, 8) (1, 8)
