class A:
    pass
super(A, 5)  # raises: TypeError: super(type, obj): obj must be an instance or subtype of type
