class Frame(bytes):
    pass
f = Frame(b"abc")
print(f, f[0], f.upper(), type(f.upper()).__name__, f == b"abc", len(f), isinstance(f, bytes))  # expect: b'abc' 97 b'ABC' bytes True 3 True
