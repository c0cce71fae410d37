print(format(1234567, ","), format(1234567, "_"), format(255, "#x"), format(255, "#010b"), format(255, "X"), format(8, "o"))  # expect: 1,234,567 1_234_567 0xff 0b11111111 FF 10
print(format(-5, "05"), format(5, "+"), [format(5, " "), format(5, "5"), format(5, "<5"), format(5, "^5")], format(5, "*=5"), format(-5, "x=5"))  # expect: -0005 +5 [' 5', '    5', '5    ', '  5  '] ****5 -xxx5
print(format(97, "c"), format(123456789, "_x"), format(10**25, ","), format(True, "d"), format(True), [format(True, "5")])  # expect: a 75b_cd15 10,000,000,000,000,000,000,000,000 1 True ['    1']
print(format(5, "e"), format(5, ".2f"), format(5, "%"), format(1234, "n"), format(123, "08,"), format(-123, "08,"))  # expect: 5.000000e+00 5.00 500.000000% 1234 0,000,123 -000,123
