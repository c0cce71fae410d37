class S:
    __slots__ = ("a", "b")
s = S()
s.a = 1
print(s.a)  # expect: 1
s.c = 1  # raises: AttributeError: 'S' object has no attribute 'c'
