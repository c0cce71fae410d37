import re
print(re.findall(r"\d+", "a1b22"), re.findall(r"(a)(b)?", "aab"), re.findall("a*", "baac"))  # expect: ['1', '22'] [('a', ''), ('a', 'b')] ['', 'aa', '', '']
print([m.span() for m in re.finditer("a", "banana")], re.search("z", "abc"))  # expect: [(1, 2), (3, 4), (5, 6)] None
