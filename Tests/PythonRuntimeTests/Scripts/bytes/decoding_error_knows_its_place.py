try:
    b"ab\xffc".decode()
except UnicodeDecodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason)  # expect: utf-8 b'ab\xffc' 2 3 invalid start byte
