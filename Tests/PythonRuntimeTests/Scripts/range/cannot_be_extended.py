class R(range):
    pass  # raises: TypeError: type 'range' is not an acceptable base type
