print((3.0).is_integer(), (3.5).is_integer(), float("inf").is_integer())  # expect: True False False
print((3.7).__trunc__(), (-3.5).__floor__(), (-3.5).__ceil__(), (2.5).conjugate(), (2.5).imag)  # expect: 3 -4 -3 2.5 0.0
