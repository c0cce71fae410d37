print(chr(97), chr(20013), ord("a"), ord("中"), ord(b"a"), chr(ord("é")))  # expect: a 中 97 20013 97 é
chr(0x110000)  # raises: ValueError: chr() arg not in range(0x110000)
