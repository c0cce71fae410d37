print(int(2.9), int(-2.9), int(1e30))  # expect: 2 -2 1000000000000000019884624838656
print(int(True), int())  # expect: 1 0
