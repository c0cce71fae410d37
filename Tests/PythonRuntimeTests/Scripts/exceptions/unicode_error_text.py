print(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"))
# expect: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
UnicodeDecodeError("a")  # raises: TypeError: function takes exactly 5 arguments (1 given)
