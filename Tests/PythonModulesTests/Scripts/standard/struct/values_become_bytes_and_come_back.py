import struct
print(struct.pack("<iHb", 1, 2, -3), struct.unpack("<iHb", b"\x01\x00\x00\x00\x02\x00\xfd"))  # expect: b'\x01\x00\x00\x00\x02\x00\xfd' (1, 2, -3)
print(struct.calcsize("ci"), struct.calcsize("=ci"), struct.calcsize("@bhlq"), struct.calcsize(">3s0i"))  # expect: 8 5 24 3
print(struct.pack(">2sh?", b"abc", 5, []), struct.pack("5s", b"ab"), struct.pack("4p", b"hello"))  # expect: b'ab\x00\x05\x00' b'ab\x00\x00\x00' b'\x03hel'
print(struct.unpack(">IIII", bytes(range(16))))  # expect: (66051, 67438087, 134810123, 202182159)
print(struct.pack("<f", 0.1), struct.pack(">d", -2.5), struct.unpack("<e", b"\x00<"))  # expect: b'\xcd\xcc\xcc=' b'\xc0\x04\x00\x00\x00\x00\x00\x00' (1.0,)
print(list(struct.iter_unpack("<H", b"\x01\x00\x02\x00")), struct.unpack_from("<H", b"abcd", 2))  # expect: [(1,), (2,)] (25699,)
form = struct.Struct("<2I")
print(form.size, form.format, form.unpack(form.pack(7, 8)))  # expect: 8 <2I (7, 8)
buffer = bytearray(4)
struct.pack_into(">H", buffer, 1, 258)
print(buffer)  # expect: bytearray(b'\x00\x01\x02\x00')
