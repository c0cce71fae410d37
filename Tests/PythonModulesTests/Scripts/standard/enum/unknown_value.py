from enum import Enum
class Color(Enum):
    RED = 1
Color(9)  # raises: ValueError: 9 is not a valid Color
