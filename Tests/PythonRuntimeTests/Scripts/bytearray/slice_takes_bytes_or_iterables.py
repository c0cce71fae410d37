a = bytearray(b"abc")
def told(value):
    try:
        a[0:1] = value
    except TypeError as error:
        print(error)
told(5)  # expect: can assign only bytes, buffers, or iterables of ints in range(0, 256)
told("x")  # expect: can assign only bytes, buffers, or iterables of ints in range(0, 256)
told(None)  # expect: cannot convert 'NoneType' object to bytearray
