from enum import IntEnum
class Level(IntEnum):
    LOW = 1
    HIGH = 2
print(Level.LOW, repr(Level.HIGH), Level.LOW < Level.HIGH, Level.LOW + 1, sorted([Level.HIGH, Level.LOW]))  # expect: 1 <Level.HIGH: 2> True 2 [<Level.LOW: 1>, <Level.HIGH: 2>]
print(Level(1), int(Level.HIGH), f"{Level.HIGH}", Level.LOW == 1)  # expect: 1 2 2 True
