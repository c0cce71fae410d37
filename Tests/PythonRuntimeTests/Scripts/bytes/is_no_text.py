print(b"a" == "a", b"a" == bytearray(b"a"), b"a" < b"b", hash(b"a") == hash(bytes([97])))  # expect: False True True True
b"a" < "b"  # raises: TypeError: '<' not supported between instances of 'bytes' and 'str'
