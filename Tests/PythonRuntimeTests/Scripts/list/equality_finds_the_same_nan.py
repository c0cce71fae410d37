nan = float("nan")
print([nan] == [nan], nan in [nan], nan == nan)  # expect: True True False
