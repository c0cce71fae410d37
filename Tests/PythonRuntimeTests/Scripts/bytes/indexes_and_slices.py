data = b"abc"
print(data[0], data[-1], data[1:], data[::-1], list(data), 97 in data, b"bc" in data, len(data))  # expect: 97 99 b'bc' b'cba' [97, 98, 99] True True 3
