import re
re.match("a", 3)  # raises: TypeError: expected string or bytes-like object, got 'int'
