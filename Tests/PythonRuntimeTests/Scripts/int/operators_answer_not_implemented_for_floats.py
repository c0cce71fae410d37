print((3).__add__(4.5), (3).__eq__(3.0), (3).__add__(4), (3).__radd__(4))  # expect: NotImplemented NotImplemented 7 7
print((3).__pow__(2, 5), (3).__rpow__(2), (3).__divmod__(2))  # expect: 4 8 (1, 1)
