def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


data = bytearray(b"abcdefgh")
view = memoryview(data)
print(len(view), view[0], view[-1], bytes(view[2:5]), view.tolist()[:3], view[::2].tobytes())
print(view.nbytes, view.itemsize, view.format, view.readonly, view.ndim, view.shape, view.strides)
view[0] = 65
view[1:3] = b"XY"
print(data, view == data, view[3:] == b"defgh", 65 in view, list(view)[:2], view.hex())
view[::-1][0] = 33
print(data, view[::-1].tobytes(), view[::3].strides, view.obj is data)
numbers = memoryview(b"\x01\x00\x02\x00\xff\xff\x00\x80").cast("h")
print(numbers.tolist(), numbers.shape, numbers.cast("B").cast("I").tolist(), numbers[1:].nbytes)
print(memoryview(b"\0\0\x80?").cast("f").tolist(), memoryview(b"ab").cast("c").tolist())
with memoryview(b"abc") as inside:
    print(inside.tobytes(), hash(inside) == hash(b"abc"))
for wrong in [
    lambda: view[99], lambda: view["a"], lambda: memoryview("abc"), lambda: memoryview(5),
    lambda: memoryview(b"a").__setitem__(0, 1), lambda: view.__setitem__(0, 300),
    lambda: view.__setitem__(slice(0, 2), b"abc"), lambda: view.cast("zz"),
    lambda: memoryview(b"abc").cast("h"), lambda: view[::2].cast("h"), lambda: inside[0],
    lambda: hash(view), lambda: inside.tobytes(),
]:
    show(wrong)
print(b"".join([memoryview(b"a"), b"b"]), bytearray(memoryview(b"xy")), memoryview(b"a") == b"a")
print(type(view), isinstance(view, memoryview), int.from_bytes(memoryview(b"\1\2"), "big"))
# expect: 8 97 104 b'cde' [97, 98, 99] b'aceg'
# expect: 8 1 B False 1 (8,) (1,)
# expect: bytearray(b'AXYdefgh') True True True [65, 88] 4158596465666768
# expect: bytearray(b'AXYdefg!') b'!gfedYXA' (3,) True
# expect: [1, 2, -1, -32768] (4,) [131073, 2147549183] 6
# expect: [1.0] [b'a', b'b']
# expect: b'abc' True
# expect: IndexError index out of bounds on dimension 1
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: a bytes-like object is required, not 'str'
# expect: TypeError memoryview: a bytes-like object is required, not 'int'
# expect: TypeError cannot modify read-only memory
# expect: ValueError memoryview: invalid value for format 'B'
# expect: ValueError memoryview assignment: lvalue and rvalue have different structures
# expect: ValueError memoryview: destination format must be a native single character format prefixed with an optional '@'
# expect: TypeError memoryview: length is not a multiple of itemsize
# expect: TypeError memoryview: casts are restricted to C-contiguous views
# expect: ValueError operation forbidden on released memoryview object
# expect: ValueError cannot hash writable memoryview object
# expect: ValueError operation forbidden on released memoryview object
# expect: b'ab' bytearray(b'xy') True
# expect: <class 'memoryview'> True 258
