print(eval(b"1 + 1"))  # expect: 2
