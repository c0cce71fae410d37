last = chr(0x10ffff)
print(ord(last), last.encode(), repr(last), len(last), last == "\U0010ffff", ord("\U0010f800"))  # expect: 1114111 b'\xf4\x8f\xbf\xbf' '\U0010ffff' 1 True 1112064
print(len({chr(n) for n in range(0xD700, 0xE100)}))  # expect: 2560
