data = bytearray(b"abc")
data[0] = 65
data.append(100)
data += b"ef"
data[1:3] = b"XYZ"
del data[-1]
print(data, len(data), data.pop(), data.pop(0), data)  # expect: bytearray(b'XYZd') 6 101 65 bytearray(b'XYZd')
data.insert(1, 33)
data.extend([49, 50])
data.remove(33)
data.reverse()
print(data, data.copy() == data, data.upper())  # expect: bytearray(b'21dZYX') True bytearray(b'21DZYX')
data.clear()
print(data)  # expect: bytearray(b'')
