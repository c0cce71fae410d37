import numbers
print(isinstance(1, numbers.Integral), isinstance(1.0, numbers.Real), isinstance(1.0, numbers.Integral), isinstance(1j, numbers.Complex), isinstance("a", numbers.Number))  # expect: True True False True False
