def g():
    yield
g().send(5)  # raises: TypeError: can't send non-None value to a just-started generator
