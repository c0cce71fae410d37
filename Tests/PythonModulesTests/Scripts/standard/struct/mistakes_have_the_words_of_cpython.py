import struct
def said(*arguments):
    try:
        return struct.pack(*arguments)
    except (struct.error, OverflowError) as error:
        return f"{type(error).__name__}: {error}"
print(said("<B", 300))  # expect: error: ubyte format requires 0 <= number <= 255
print(said(">H", -1))  # expect: error: argument out of range
print(said("<I", 2**32))  # expect: error: 'I' format requires 0 <= number <= 4294967295
print(said("h", 40000))  # expect: error: short format requires -32768 <= number <= 32767
print(said("i", "a"))  # expect: error: required argument is not an integer
print(said("<f", 1e39))  # expect: OverflowError: float too large to pack with f format
print(said("ii", 1))  # expect: error: pack expected 2 items for packing (got 1)
print(said("z", 1))  # expect: error: bad char in struct format
struct.unpack("<I", b"abc")  # raises: struct.error: unpack requires a buffer of 4 bytes
