"a" + 1  # raises: TypeError: can only concatenate str (not "int") to str
