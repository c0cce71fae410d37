from typing import NamedTuple
class Point(NamedTuple):
    x: int
    y: float = 2.0
    def norm(self):
        return abs(self.x) + abs(self.y)
p = Point(1)
print(p, p.norm(), Point._fields, p._replace(x=3), Point._field_defaults, Point.__annotations__, p == (1, 2.0))  # expect: Point(x=1, y=2.0) 3.0 ('x', 'y') Point(x=3, y=2.0) {'y': 2.0} {'x': <class 'int'>, 'y': <class 'float'>} True
Point()  # raises: TypeError: Point.__new__() missing 1 required positional argument: 'x'
