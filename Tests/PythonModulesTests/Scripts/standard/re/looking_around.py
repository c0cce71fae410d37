import re
print(re.findall(r"(?<=\$)\d+", "$5 6 $77"), re.findall(r"(?<!a)b", "ab cb"))  # expect: ['5', '77'] ['b']
print(re.findall(r"a(?=b)", "ab ac"), re.findall(r"a(?!b)", "ab ac"))  # expect: ['a'] ['a']
