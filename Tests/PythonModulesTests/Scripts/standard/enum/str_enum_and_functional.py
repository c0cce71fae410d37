from enum import Enum, StrEnum, auto
class S(StrEnum):
    ONE = auto()
    TWO = "2"
print(S.ONE, repr(S.TWO), S.ONE == "one", S.ONE.upper())  # expect: one <S.TWO: '2'> True ONE
print(list(Enum("Animal", "CAT DOG")))  # expect: [<Animal.CAT: 1>, <Animal.DOG: 2>]
class T(str, Enum):
    A = "a"
print(T.A, repr(T.A), T.A == "a", T("a"))  # expect: T.A <T.A: 'a'> True T.A
