q = 1
def f(a, b=2, *c, d=4, **e):
    z = 1
    return locals()
print(f(1, x=5), globals()["q"], "q" in globals())
# expect: {'a': 1, 'b': 2, 'd': 4, 'c': (), 'e': {'x': 5}, 'z': 1} 1 True
