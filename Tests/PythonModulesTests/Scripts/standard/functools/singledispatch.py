from functools import singledispatch
@singledispatch
def show(x):
    return "object"
@show.register(int)
def _(x):
    return "int"
@show.register
def _(x: list):
    return "list"
print(show(1), show([]), show("a"), show(True))  # expect: int list object int
