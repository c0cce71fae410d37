print(1 + 2j, 2j, -2j, 0j, complex(-0.0, 1), complex(1.5, -0.0))  # expect: (1+2j) 2j (-0-2j) 0j (-0+1j) (1.5-0j)
print(complex(1e16, 1e-5), complex("nan+infj"), -(0j))  # expect: (1e+16+1e-05j) (nan+infj) (-0-0j)
