from enum import Flag, auto
class F(Flag):
    R = auto()
    W = auto()
    RW = R | W
print(F.R | F.W, ~F.R, list(F), list(F.RW), F(0), bool(F.R & F.W), F.R in F.RW)  # expect: F.RW F.W [<F.R: 1>, <F.W: 2>] [<F.R: 1>, <F.W: 2>] F(0) False True
try:
    F(8)
except ValueError as error:
    print(repr(str(error)))  # expect: "<flag 'F'> invalid value 8\n    given 0b0 1000\n  allowed 0b0 0011"
