import uuid
u = uuid.UUID("12345678123456781234567812345678")
print(u, repr(u), u.hex, len(str(uuid.uuid4())), uuid.uuid4().version)  # expect: 12345678-1234-5678-1234-567812345678 UUID('12345678-1234-5678-1234-567812345678') 12345678123456781234567812345678 36 4
uuid.UUID("12")  # raises: ValueError: badly formed hexadecimal UUID string
