x = 10
print(eval("x * 2"), eval("x + y", {"x": 1}, {"y": 2}), eval("  3"))  # expect: 20 3 3
eval("zzz")  # raises: NameError: name 'zzz' is not defined
