def outer():
    y = 1
    def inner():
        return y
    return inner
f = outer()
print(f.__closure__[0].cell_contents, f.__qualname__, f.__code__.co_freevars)
# expect: 1 outer.<locals>.inner ('y',)
