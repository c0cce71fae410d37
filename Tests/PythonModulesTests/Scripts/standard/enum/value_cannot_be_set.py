from enum import Enum
class C(Enum):
    A = 1
C.A.value = 2  # raises: AttributeError: <enum 'Enum'> cannot set attribute 'value'
