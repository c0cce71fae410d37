import re
print(re.findall("a+?", "aaa"), re.findall("a{2}", "aaaaa"), re.findall("a{1,2}?", "aaa"))  # expect: ['a', 'a', 'a'] ['aa', 'aa'] ['a', 'a', 'a']
print(re.match("a++b", "aab"), re.match("a++a", "aa"), re.match("(?>a+)a", "aa"))  # expect: <re.Match object; span=(0, 3), match='aab'> None None
print(re.findall(r"(?:a{0,3}?b)+", "aabab"), re.match(r"((?:a|b)*?c)+", "abcbc").span())  # expect: ['aabab'] (0, 5)
print(re.match("(a|ab)(c|bcd)(d*)", "abcd").groups(), re.match(r"(?:(a)|b)*", "ab").groups())  # expect: ('a', 'bcd', '') ('a',)
