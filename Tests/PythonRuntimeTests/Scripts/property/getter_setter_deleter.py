class P:
    def __init__(self):
        self._x = 1
    @property
    def x(self):
        "about x"
        return self._x
    @x.setter
    def x(self, value):
        self._x = value
    @x.deleter
    def x(self):
        del self._x
p = P()
p.x = 5
print(p.x, P.x.__doc__, P.x.fget.__name__)  # expect: 5 about x x
del p.x
p.x  # raises: AttributeError: 'P' object has no attribute '_x'
