class A:
    x = 1
    __slots__ = ("x",)
# raises: ValueError: 'x' in __slots__ conflicts with class variable
