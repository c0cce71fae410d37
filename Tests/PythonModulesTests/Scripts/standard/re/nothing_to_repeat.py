import re
re.compile("*a")  # raises: re.error: nothing to repeat at position 0
