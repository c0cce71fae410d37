import itertools
import operator
import re


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


for start in None, "a", (1,), 2.5, 3j, {}:
    show(lambda: itertools.count(start))
    show(lambda: itertools.count(0, start))
show(lambda: itertools.count(True))
show(lambda: itertools.count(0, True))
show(lambda: itertools.count(True, 2))
for bounds in (-1,), (-4,), ("a",), (1, -4), (1, -1), (-4, 1), (0, 1, 0), (0, 1, -3), (2, "a"):
    show(lambda: itertools.islice(True, *bounds))
show(lambda: operator.concat({1}, (2,)))
show(lambda: operator.concat({1: 2}, (2,)))
show(lambda: operator.concat([1], (2,)))
show(lambda: operator.concat([1], [2]))
show(lambda: re.sub([1], "a", "b"))
show(lambda: re.sub(5, "a", "b"))
show(lambda: re.sub("a", [1], "b"))
show(lambda: re.sub("a", None, "b"))
show(lambda: re.findall("a", bytearray(b"a")))
show(lambda: re.findall(b"a", bytearray(b"aa")))
# expect: TypeError a number is required
# expect: TypeError a number is required
# expect: TypeError a number is required
# expect: TypeError a number is required
# expect: TypeError a number is required
# expect: TypeError a number is required
# expect: count(2.5)
# expect: count(0, 2.5)
# expect: count(3j)
# expect: count(0, 3j)
# expect: TypeError a number is required
# expect: TypeError a number is required
# expect: count(1)
# expect: count(0)
# expect: count(True, 2)
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError Step for islice() must be a positive integer or None.
# expect: ValueError Step for islice() must be a positive integer or None.
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: TypeError 'set' object can't be concatenated
# expect: TypeError 'dict' object can't be concatenated
# expect: TypeError can only concatenate list (not "tuple") to list
# expect: [1, 2]
# expect: TypeError unhashable type: 'list'
# expect: TypeError first argument must be string or compiled pattern
# expect: TypeError unhashable type: 'list'
# expect: TypeError decoding to str: need a bytes-like object, NoneType found
# expect: TypeError cannot use a string pattern on a bytes-like object
# expect: [b'a', b'a']
