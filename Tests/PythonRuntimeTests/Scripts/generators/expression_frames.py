it = (x * x for x in range(3))
print(next(it), list(it), list(it), it.__name__)  # expect: 0 [1, 4] [] <genexpr>
