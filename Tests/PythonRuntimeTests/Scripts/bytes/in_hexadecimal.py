print(b"abcd".hex(), b"abcd".hex(":"), b"abcde".hex("-", 2), b"abcde".hex("-", -2), bytes.fromhex("61 62"))  # expect: 61626364 61:62:63:64 61-6263-6465 6162-6364-65 b'ab'
bytes.fromhex("6x")  # raises: ValueError: non-hexadecimal number found in fromhex() arg at position 1
