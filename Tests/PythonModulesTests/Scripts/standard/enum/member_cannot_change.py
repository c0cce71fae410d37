from enum import Enum
class Color(Enum):
    RED = 1
Color.RED = 2  # raises: AttributeError: cannot reassign member 'RED'
