print((5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate())  # expect: 5 0 5 1 5
print((5).as_integer_ratio(), True.as_integer_ratio())  # expect: (5, 1) (1, 1)
