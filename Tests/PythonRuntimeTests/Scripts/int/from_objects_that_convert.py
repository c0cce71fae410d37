class A:
    def __int__(self):
        return 5
class B:
    def __index__(self):
        return 6
class C:
    def __trunc__(self):
        return 7
print(int(A()), int(B()), int(C()), [1, 2, 3, 4, 5, 6, 7][B()])  # expect: 5 6 7 7
