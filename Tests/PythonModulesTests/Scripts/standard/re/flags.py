import re
print(re.findall("(?i)ABC", "abcABC"), re.findall(r"^\w", "a\nb", re.M), re.I, re.I | re.S)  # expect: ['abc', 'ABC'] ['a', 'b'] re.IGNORECASE re.IGNORECASE|re.DOTALL
print(re.compile(r"a.c", re.I | re.S), re.findall("(?x) a # one\n b", "ab"), re.compile("x").flags)  # expect: re.compile('a.c', re.IGNORECASE|re.DOTALL) ['ab'] 32
