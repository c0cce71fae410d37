e = ValueError(1)
e.args = (1, 2)
e.extra = "x"
print(e, e.args, e.extra)  # expect: (1, 2) (1, 2) x
