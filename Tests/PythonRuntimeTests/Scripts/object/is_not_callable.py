class C:
    pass
C()()  # raises: TypeError: 'C' object is not callable
