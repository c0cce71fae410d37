print(format(1 + 2j, ".2f"), [format(1 + 2j, ">12"), format(1 - 2j, "+")], format(12345 + 2j, ","), format(1j, ".2e"))  # expect: 1.00+2.00j ['      (1+2j)', '(+1-2j)'] (12,345+2j) 0.00e+00+1.00e+00j
