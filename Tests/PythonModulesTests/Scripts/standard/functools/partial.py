from functools import partial
p = partial(int, base=2)
print(p("101"), p.func, p.args, p.keywords, partial(partial(pow, 2), 3)())  # expect: 5 <class 'int'> () {'base': 2} 8
