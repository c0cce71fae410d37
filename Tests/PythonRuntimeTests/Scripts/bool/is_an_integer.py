print(True + True, True * 3, -True, ~True, True << 3, True / 2)  # expect: 2 3 -1 -2 8 0.5
print(True & False, True | False, True ^ True, True & 3)  # expect: False True False 1
print(isinstance(True, int), int(True), float(True), str(True), repr(False))  # expect: True 1 1.0 True False
print([10, 20][True], sum([True, False, True]))  # expect: 20 2
