b"\xe4\xb8a".decode()  # raises: UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte
