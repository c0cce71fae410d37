g = ExceptionGroup("g", [ValueError(1), TypeError("t")])
print(g, g.message, g.exceptions, repr(g))
# expect: g (2 sub-exceptions) g (ValueError(1), TypeError('t')) ExceptionGroup('g', [ValueError(1), TypeError('t')])
ExceptionGroup("g", [])  # raises: ValueError: second argument (exceptions) must be a non-empty sequence
