a = bytearray(b"abc")
class Index:
    def __index__(self):
        a.clear()
        return 1
try:
    a[2] = Index()
except IndexError as error:
    print(error)  # expect: bytearray index out of range
