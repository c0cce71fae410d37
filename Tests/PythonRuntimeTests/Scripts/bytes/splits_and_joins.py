print(b"a b  c".split(), b"a,b,c".split(b",", 1), b"a,b".rsplit(b",", 1), b"a\nb\r\n".splitlines(), b"a-b".partition(b"-"))  # expect: [b'a', b'b', b'c'] [b'a', b'b,c'] [b'a', b'b'] [b'a', b'b'] (b'a', b'-', b'b')
print(b",".join([b"a", bytearray(b"b")]), b"abc".replace(b"b", b"--"), b"ab" * 2)  # expect: b'a,b' b'a--c' b'abab'
b",".join(["a"])  # raises: TypeError: sequence item 0: expected a bytes-like object, str found
