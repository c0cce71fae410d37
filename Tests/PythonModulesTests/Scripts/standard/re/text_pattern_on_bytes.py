import re
re.match("a", b"a")  # raises: TypeError: cannot use a string pattern on a bytes-like object
