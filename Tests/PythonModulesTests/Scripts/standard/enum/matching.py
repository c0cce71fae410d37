from enum import Enum
class Color(Enum):
    RED = 1
    BLUE = 2
def name(c):
    match c:
        case Color.RED:
            return "r"
        case Color.BLUE:
            return "b"
print(name(Color.RED), name(Color.BLUE))  # expect: r b
