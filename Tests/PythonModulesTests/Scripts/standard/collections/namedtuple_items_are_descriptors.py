from collections import namedtuple

P = namedtuple("P", "x y")
print(P.x, P.__dict__["y"].__doc__)  # expect: _tuplegetter(0, 'Alias for field number 0') Alias for field number 1


class Q(P):
    pass


q = Q(4, 5)
q.note = "n"
print(q.x, q.note, vars(q))  # expect: 4 n {'note': 'n'}
try:
    q.x = 6
except AttributeError as e:
    print(e)  # expect: can't set attribute
try:
    del q.y
except AttributeError as e:
    print(e)  # expect: can't delete attribute
P.x.__get__([1])  # raises: TypeError: descriptor for index '0' for tuple subclasses doesn't apply to 'list' object
