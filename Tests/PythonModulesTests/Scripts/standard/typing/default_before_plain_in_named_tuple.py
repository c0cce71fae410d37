from typing import NamedTuple
class Point(NamedTuple):  # raises: TypeError: Non-default namedtuple field y cannot follow default field x
    x: int = 1
    y: float
