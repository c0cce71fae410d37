from collections import namedtuple
Point = namedtuple("Point", "x y", defaults=[5])
p = Point(1)
print(p, p.x, p[1], p._asdict(), p._replace(x=9), Point._fields, Point._field_defaults)  # expect: Point(x=1, y=5) 1 5 {'x': 1, 'y': 5} Point(x=9, y=5) ('x', 'y') {'y': 5}
print(p == (1, 5), hash(p) == hash((1, 5)), Point._make([1, 2]))  # expect: True True Point(x=1, y=2)
class Vector(namedtuple("Vector", "a b")):
    def sum(self):
        return self.a + self.b
print(Vector(1, 2), Vector(1, 2).sum())  # expect: Vector(a=1, b=2) 3
