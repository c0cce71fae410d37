import re
re.compile("(a")  # raises: re.error: missing ), unterminated subpattern at position 0
