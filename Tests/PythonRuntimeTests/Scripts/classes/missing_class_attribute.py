class C:
    pass
C.x  # raises: AttributeError: type object 'C' has no attribute 'x'
