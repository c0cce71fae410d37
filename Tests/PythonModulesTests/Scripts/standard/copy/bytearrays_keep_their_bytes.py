import copy

data = {"bytes": bytearray(b"abc")}
for made in copy.copy(data), copy.deepcopy(data):
    print(made, made["bytes"] is data["bytes"])
print(copy.copy(data["bytes"]))
# expect: {'bytes': bytearray(b'abc')} True
# expect: {'bytes': bytearray(b'abc')} False
# expect: bytearray(b'abc')
