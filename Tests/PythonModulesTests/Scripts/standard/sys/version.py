import sys
print(sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info.major, sys.maxsize)  # expect: (3, 11) True 3 9223372036854775807
