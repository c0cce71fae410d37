class A(int):
    __slots__ = ("x",)
# raises: TypeError: nonempty __slots__ not supported for subtype of 'int'
