from dataclasses import asdict, astuple, dataclass, field, fields, replace
@dataclass
class Point:
    x: int
    y: float = 2.5
    tags: list = field(default_factory=list)
p = Point(1)
print(p, p == Point(1), p != Point(2), asdict(p), astuple(p), replace(p, x=9))  # expect: Point(x=1, y=2.5, tags=[]) True True {'x': 1, 'y': 2.5, 'tags': []} (1, 2.5, []) Point(x=9, y=2.5, tags=[])
print([f.name for f in fields(p)], Point(1, y=3), Point(1).tags is Point(1).tags, Point.__match_args__)  # expect: ['x', 'y', 'tags'] Point(x=1, y=3, tags=[]) False ('x', 'y', 'tags')
