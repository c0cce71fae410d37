print(issubclass(ModuleNotFoundError, ImportError), BrokenPipeError.__base__.__name__, KeyError.__mro__[1].__name__)
# expect: True ConnectionError LookupError
print(issubclass(KeyboardInterrupt, Exception), ValueError.__module__)  # expect: False builtins
