import re
print(re.split(r"[,;]\s*", "a, b;c"), re.split("(,)", "a,b"), re.split("x*", "axbc"))  # expect: ['a', 'b', 'c'] ['a', ',', 'b'] ['', 'a', '', 'b', 'c', '']
print(re.split(r"\s", "a b c", maxsplit=1))  # expect: ['a', 'b c']
