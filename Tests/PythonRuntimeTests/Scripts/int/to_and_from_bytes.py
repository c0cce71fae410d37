print((1024).to_bytes(2, "big"), (1024).to_bytes(2, "little"), (5).to_bytes())  # expect: b'\x04\x00' b'\x00\x04' b'\x05'
print((-2).to_bytes(2, "big", signed=True), (-128).to_bytes(1, signed=True))  # expect: b'\xff\xfe' b'\x80'
print(int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\xff\xfe", signed=True))  # expect: 1024 -2
print(int.from_bytes([1, 2, 3], byteorder="little"))  # expect: 197121
