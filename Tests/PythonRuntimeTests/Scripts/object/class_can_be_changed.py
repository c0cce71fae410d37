class A:
    def f(self):
        return "A"
class B:
    def f(self):
        return "B"
a = A()
a.__class__ = B
print(a.f())  # expect: B
a.__class__ = 5  # raises: TypeError: __class__ must be set to a class, not 'int' object
