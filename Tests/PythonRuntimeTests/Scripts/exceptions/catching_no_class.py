try:
    raise ValueError(1)
except 5:
    pass  # raises: TypeError: catching classes that do not inherit from BaseException is not allowed
