data = b"abc"
data[0] = 1  # raises: TypeError: 'bytes' object does not support item assignment
