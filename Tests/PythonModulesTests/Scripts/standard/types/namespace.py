from types import SimpleNamespace
n = SimpleNamespace(a=1, b="x")
n.c = 3
print(n, n == SimpleNamespace(a=1, b="x", c=3), n.a)  # expect: namespace(a=1, b='x', c=3) True 1
