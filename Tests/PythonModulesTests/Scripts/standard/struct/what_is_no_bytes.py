import base64
import hashlib
import string
import struct
import textwrap


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


for value in None, True, (1, 2), "text", 2.5:
    show(lambda: struct.unpack("<H", value))
    show(lambda: struct.unpack_from("<H", value, 1))
    show(lambda: hashlib.md5(value).hexdigest())
    show(lambda: base64.b64encode(value))
    show(lambda: base64.b16encode(value))
for value in None, True, (1, 2):
    show(lambda: base64.b64decode(value))
    show(lambda: string.Formatter().format(value))
    show(lambda: textwrap.fill(value, -1))
for offset in -1, -2, -5, 1, 2:
    show(lambda: struct.unpack_from("<H", b"abc", offset))
    show(lambda: struct.pack_into("<H", bytearray(3), offset, 1))
show(lambda: textwrap.fill("\tab cd", 1))
# expect: TypeError a bytes-like object is required, not 'NoneType'
# expect: TypeError a bytes-like object is required, not 'NoneType'
# expect: TypeError object supporting the buffer API required
# expect: TypeError a bytes-like object is required, not 'NoneType'
# expect: TypeError a bytes-like object is required, not 'NoneType'
# expect: TypeError a bytes-like object is required, not 'bool'
# expect: TypeError a bytes-like object is required, not 'bool'
# expect: TypeError object supporting the buffer API required
# expect: TypeError a bytes-like object is required, not 'bool'
# expect: TypeError a bytes-like object is required, not 'bool'
# expect: TypeError a bytes-like object is required, not 'tuple'
# expect: TypeError a bytes-like object is required, not 'tuple'
# expect: TypeError object supporting the buffer API required
# expect: TypeError a bytes-like object is required, not 'tuple'
# expect: TypeError a bytes-like object is required, not 'tuple'
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError a bytes-like object is required, not 'float'
# expect: TypeError a bytes-like object is required, not 'float'
# expect: TypeError object supporting the buffer API required
# expect: TypeError a bytes-like object is required, not 'float'
# expect: TypeError a bytes-like object is required, not 'float'
# expect: TypeError argument should be a bytes-like object or ASCII string, not 'NoneType'
# expect: TypeError expected str, got NoneType
# expect: AttributeError 'NoneType' object has no attribute 'expandtabs'
# expect: TypeError argument should be a bytes-like object or ASCII string, not 'bool'
# expect: TypeError expected str, got bool
# expect: AttributeError 'bool' object has no attribute 'expandtabs'
# expect: TypeError argument should be a bytes-like object or ASCII string, not 'tuple'
# expect: TypeError expected str, got tuple
# expect: AttributeError 'tuple' object has no attribute 'expandtabs'
# expect: error not enough data to unpack 2 bytes at offset -1
# expect: error no space to pack 2 bytes at offset -1
# expect: (25442,)
# expect: None
# expect: error offset -5 out of range for 3-byte buffer
# expect: error offset -5 out of range for 3-byte buffer
# expect: (25442,)
# expect: None
# expect: error unpack_from requires a buffer of at least 4 bytes for unpacking 2 bytes at offset 2 (actual buffer size is 3)
# expect: error pack_into requires a buffer of at least 4 bytes for packing 2 bytes at offset 2 (actual buffer size is 3)
# expect: ' \na\nb\nc\nd'
