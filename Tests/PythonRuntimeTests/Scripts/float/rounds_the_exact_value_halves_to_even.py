print(round(2.5), round(3.5), round(-2.5), round(0.5), round(1.5))  # expect: 2 4 -2 0 2
print(round(2.675, 2), round(0.125, 2), round(1.005, 2), round(1234.5678, -2))  # expect: 2.67 0.12 1.0 1200.0
print(round(1250.0, -2), round(1350.0, -2), round(5e-324, 400), round(-0.04, 1))  # expect: 1200.0 1400.0 5e-324 -0.0
