from enum import Enum, IntEnum, IntFlag, StrEnum, auto
class Level(IntEnum):
    LOW = 1
    HIGH = 5
class Name(str, Enum):
    P = "p"
class Text(StrEnum):
    A = auto()
class Bits(IntFlag):
    A = 1
    B = 2
print(Level.LOW, repr(Level.LOW), f"{Level.HIGH:03d}", [Level.LOW], Name.P, repr(Name.P), f"{Name.P}", Name.P == "p", Text.A, repr(Text.A), f"{Text.A:>3}")  # expect: 1 <Level.LOW: 1> 005 [<Level.LOW: 1>] Name.P <Name.P: 'p'> Name.P True a <Text.A: 'a'>   a
print(Bits.A | Bits.B, repr(Bits.A | Bits.B), repr(Bits.A | 8), Bits(3), ~Bits.A, list(Bits.A | Bits.B))  # expect: 3 <Bits.A|B: 3> <Bits.A|8: 9> 3 2 [<Bits.A: 1>, <Bits.B: 2>]
