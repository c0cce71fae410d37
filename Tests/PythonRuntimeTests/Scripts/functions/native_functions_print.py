print(len, print, type(len).__name__, len.__name__, len.__module__)
# expect: <built-in function len> <built-in function print> builtin_function_or_method len builtins
