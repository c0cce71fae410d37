class A:
    def f(self):
        return ["A"]
class B(A):
    def f(self):
        return super().f() + ["B"]
class C(A):
    def f(self):
        return super().f() + ["C"]
class D(B, C):
    def f(self):
        return super().f() + ["D"]
print(D().f(), [k.__name__ for k in D.__mro__])  # expect: ['A', 'C', 'B', 'D'] ['D', 'B', 'C', 'A', 'object']
