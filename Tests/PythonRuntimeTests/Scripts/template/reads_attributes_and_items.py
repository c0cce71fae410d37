print("{0.real} {1[0]} {2[key]} {3[0].imag}".format(5, "xy", {"key": 1}, [2j]))  # expect: 5 x 1 2.0
print("{.real} {[1]}".format(5, "xy"), "{d[a b]}".format(d={"a b": 3}))  # expect: 5 y 3
