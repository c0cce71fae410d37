half = "\ud83d"
print(len("a\ud800b"), ord(half) == 0xD83D, chr(0xDC00) == "\udc00")  # expect: 3 True True
print(repr("a\ud800b\udfff"), ascii(half), f"{half!r:>10}")  # expect: 'a\ud800b\udfff' '\ud83d'   '\ud83d'
print(repr("a\ud800b"[::-1]))  # expect: 'b\ud800a'
print("\ud83d\ude00" == "😀", {half: 1}[half], half in "a" + half)  # expect: False 1 True
print("%c" % 0xD800 == "\ud800", half.isalpha(), half.isprintable())  # expect: True False False
print(repr("ab".translate({97: 0xD800})), str.maketrans(half, "x"))  # expect: '\ud800b' {55357: 120}
print(half.encode("ascii", "backslashreplace"), half.encode("utf-8", "replace"))  # expect: b'\\ud83d' b'?'
print("a\ud800".encode("utf-8", "surrogatepass"), half.encode("utf-16-be", "surrogatepass"))  # expect: b'a\xed\xa0\x80' b'\xd8='
print(repr(b"a\xff".decode("utf-8", "surrogateescape")))  # expect: 'a\udcff'
print(b"a\xff".decode("ascii", "surrogateescape").encode("ascii", "surrogateescape"))  # expect: b'a\xff'
print(repr(b"\xed\xa0\x80".decode("utf-8", "surrogatepass")))  # expect: '\ud800'
"ab\ud800".encode()  # raises: UnicodeEncodeError: 'utf-8' codec can't encode character '\ud800' in position 2: surrogates not allowed
