print(int("ff", 16), int("0x1f", 16), int("0x1f", 0), int("0b101", 0), int("0o17", 0))  # expect: 255 31 31 5 15
print(int("z", 36), int(" 12\n"), int("-1_000"), int("１２"))  # expect: 35 12 -1000 12
print(int("101", base=2), int("00", 0))  # expect: 5 0
