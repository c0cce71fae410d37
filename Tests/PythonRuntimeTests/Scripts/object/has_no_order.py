class C:
    pass
C() < C()  # raises: TypeError: '<' not supported between instances of 'C' and 'C'
