import base64
print(base64.b64encode(b"hello"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xff\xfe"), base64.b64encode(b""))  # expect: b'aGVsbG8=' b'hello' b'__4=' b''
base64.b64encode("text")  # raises: TypeError: a bytes-like object is required, not 'str'
