def g():
    raise StopIteration(3)
    yield
next(g())  # raises: RuntimeError: generator raised StopIteration
