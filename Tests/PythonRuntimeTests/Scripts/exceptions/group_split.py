g = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [ValueError(2), KeyError(3)])])
print(g.subgroup(ValueError), g.split(KeyError), g.subgroup(TypeError))
# expect: g (2 sub-exceptions) (ExceptionGroup('g', [ExceptionGroup('h', [KeyError(3)])]), ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(2)])])) None
