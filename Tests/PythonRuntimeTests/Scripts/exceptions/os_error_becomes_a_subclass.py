e = OSError(2, "No such file", "x.txt")
print(type(e).__name__, e.errno, e.strerror, e.filename, e)
# expect: FileNotFoundError 2 No such file x.txt [Errno 2] No such file: 'x.txt'
print(OSError("m").errno, type(OSError(13, "p")).__name__, IOError is OSError)
# expect: None PermissionError True
