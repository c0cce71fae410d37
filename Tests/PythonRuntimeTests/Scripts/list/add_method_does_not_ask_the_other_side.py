[].__add__(1)  # raises: TypeError: can only concatenate list (not "int") to list
