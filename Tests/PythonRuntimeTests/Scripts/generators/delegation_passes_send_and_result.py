def inner():
    x = yield "a"
    return x
def outer():
    r = yield from inner()
    yield "r", r
it = outer()
print(next(it), it.send("v"))  # expect: a ('r', 'v')
