from operator import attrgetter, itemgetter, methodcaller
print(itemgetter(1)([1, 2]), itemgetter("a", "b")({"a": 1, "b": 2}), attrgetter("real")(3))  # expect: 2 (1, 2) 3
print(methodcaller("upper")("a"), itemgetter(1), attrgetter("a.b"), methodcaller("x", 1, y=2))  # expect: A operator.itemgetter(1) operator.attrgetter('a.b') operator.methodcaller('x', 1, y=2)
