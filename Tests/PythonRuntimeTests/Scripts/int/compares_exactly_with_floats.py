print(2**53 + 1 == float(2**53 + 1), 2**53 == 9007199254740992.0)  # expect: False True
print(2**64 > 1.8446744073709552e19, 10**400 > 1e308, 10**400 < float("inf"))  # expect: False True True
print(1 < 1.5 < 2, True == 1.0, 10**400 == float("nan"))  # expect: True True False
