import re
re.compile("\\q")  # raises: re.error: bad escape \q at position 0
