import io
s = io.StringIO()
s.close()
s.read()  # raises: ValueError: I/O operation on closed file
