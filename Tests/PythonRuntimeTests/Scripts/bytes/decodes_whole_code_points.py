b"\xe4\xb8".decode("utf-8")  # raises: UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data
