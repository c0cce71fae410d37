print(int("1" * 4300) % 1000, int("f" * 5000, 16) % 1000)  # expect: 111 375
int("9" * 5000)  # raises: ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
