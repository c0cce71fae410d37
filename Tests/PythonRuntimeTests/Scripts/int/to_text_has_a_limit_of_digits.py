print(len(str(10**4299)))  # expect: 4300
str(10**5000)  # raises: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
