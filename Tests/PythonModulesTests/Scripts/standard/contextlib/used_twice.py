from contextlib import contextmanager
@contextmanager
def block():
    "Help."
    yield 1
b = block()
print(block.__name__, block.__doc__)  # expect: block Help.
with b:
    pass
with b:  # raises: AttributeError: '_GeneratorContextManager' object has no attribute 'args'
    pass
