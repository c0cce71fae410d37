import io

stream = io.BytesIO(b"abc")
print(stream.seek(-10, 1), stream.seek(-1, 2), stream.read(), stream.seek(2, 1))  # expect: 0 2 b'c' 5
try:
    stream.seek(-1)
except ValueError as error:
    print(error)  # expect: negative seek value -1
