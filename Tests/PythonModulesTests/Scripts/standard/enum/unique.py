from enum import Enum, unique
@unique  # raises: ValueError: duplicate values found in <enum 'Color'>: ROT -> RED
class Color(Enum):
    RED = 1
    ROT = 1
