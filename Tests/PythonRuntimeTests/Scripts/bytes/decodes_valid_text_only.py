b"ab\xff".decode()  # raises: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 2: invalid start byte
