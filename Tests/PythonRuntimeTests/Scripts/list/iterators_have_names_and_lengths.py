it = iter([1, 2, 3])
next(it)
print(type(it).__name__, it.__length_hint__(), type(reversed([])).__name__)
# expect: list_iterator 2 list_reverseiterator
