class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))
    @property
    def x(self):
        return self[0]
p = Point(3, 4)
print(p, p.x, p == (3, 4), type(p + (1,)).__name__, hash(p) == hash((3, 4)))
# expect: (3, 4) 3 True tuple True
