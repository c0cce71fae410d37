from enum import Flag, IntFlag, auto
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
print(Perm.R | Perm.W, repr(Perm.R | Perm.X), Perm.R in (Perm.R | Perm.W), ~Perm.R, Perm(0))  # expect: Perm.R|W <Perm.R|X: 5> True Perm.W|X Perm(0)
print(bool(Perm.R & Perm.W), list(Perm.R | Perm.X), Perm.X.value, Perm(3))  # expect: False [<Perm.R: 1>, <Perm.X: 4>] 4 Perm.R|W
class I(IntFlag):
    A = 1
    B = 2
print(I.A | I.B, repr(I.A | I.B), I.A + 1, I(3), I.A & 3)  # expect: 3 <I.A|B: 3> 2 3 1
