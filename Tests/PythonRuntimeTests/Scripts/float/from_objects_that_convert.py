class A:
    def __float__(self):
        return 2.5
class B:
    def __index__(self):
        return 6
print(float(A()), float(B()), float(10**30))  # expect: 2.5 6.0 1e+30
