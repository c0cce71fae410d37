import re
re.compile("[a")  # raises: re.error: unterminated character set at position 0
