class B:
    @staticmethod
    def s(a):
        return a * 2
    @classmethod
    def c(cls, a):
        return cls.__name__, a
class C(B):
    @classmethod
    def c(cls, a):
        return super().c(a) + ("C",)
print(B.s(1), C().s(2), B.c(1), C.c(2), C().c(3))  # expect: 2 4 ('B', 1) ('C', 2, 'C') ('C', 3, 'C')
