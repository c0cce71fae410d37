import re
re.match("a", "a").group(1)  # raises: IndexError: no such group
