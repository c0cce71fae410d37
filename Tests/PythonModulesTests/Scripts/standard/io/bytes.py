import io
b = io.BytesIO(b"abc")
print(b.read(2), b.tell(), b.getvalue(), b.seek(0), b.read())  # expect: b'ab' 2 b'abc' 0 b'abc'
