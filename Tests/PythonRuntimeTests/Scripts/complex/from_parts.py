print(complex(1, 2), complex(1j, 2j), complex(imag=1), complex(real=2), complex())  # expect: (1+2j) (-2+1j) 1j (2+0j) 0j
