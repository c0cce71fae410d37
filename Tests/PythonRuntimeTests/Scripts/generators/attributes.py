def g():
    yield 1
it = g()
print(type(it).__name__, it.__name__, it.gi_running, repr(it).startswith("<generator object g at 0x"))
# expect: generator g False True
