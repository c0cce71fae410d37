print(ValueError("a") == ValueError("a"))  # expect: False
