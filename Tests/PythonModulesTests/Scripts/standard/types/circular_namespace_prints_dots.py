from types import SimpleNamespace
n = SimpleNamespace(x=1)
n.n = n
print(n)  # expect: namespace(x=1, n=namespace(...))
