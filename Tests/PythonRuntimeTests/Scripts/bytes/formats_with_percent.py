print(b"%s %d %x %5.2f|%c" % (b"a", 5, 255, 3.14159, 65), b"%a" % "é", b"%(k)s" % {b"k": b"v"})  # expect: b'a 5 ff  3.14|A' b"'\\xe9'" b'v'
b"%s" % "a"  # raises: TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
