class A:
    def f(self):
        return "A"
class B(A):
    def f(self):
        def g():
            return super(B, self).f()
        return g() + "B"
print(B().f())  # expect: AB
