print(StopIteration(5).value, StopIteration().value, SystemExit(3).code, SystemExit(1, 2).code)
# expect: 5 None 3 (1, 2)
