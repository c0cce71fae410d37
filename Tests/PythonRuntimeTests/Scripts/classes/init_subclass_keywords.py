class Base:
    def __init_subclass__(cls, tag=None, **rest):
        super().__init_subclass__(**rest)
        cls.tag = tag
class A(Base, tag="t"):
    pass
print(A.tag)  # expect: t
class B(Base, foo=1):
    pass  # raises: TypeError: B.__init_subclass__() takes no keyword arguments
