from enum import Enum
class Color(Enum):  # raises: TypeError: 'RED' already defined as 1
    RED = 1
    RED = 2
