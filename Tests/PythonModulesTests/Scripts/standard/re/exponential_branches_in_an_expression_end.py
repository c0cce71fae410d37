import re
print(re.match(r"(x+x+)+y", "x" * 12), re.match("(?:a|b)*$", "ab" * 20000).end())  # expect: None 40000
