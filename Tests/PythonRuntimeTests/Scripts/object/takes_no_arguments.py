class C:
    pass
C(1)  # raises: TypeError: C() takes no arguments
