import re
print(re.findall(r"(\w)\1", "aabbc"), re.match(r"(a)?(?(1)b|c)", "ab"), re.match(r"(a)?(?(1)b|c)", "c"))  # expect: ['a', 'b'] <re.Match object; span=(0, 2), match='ab'> <re.Match object; span=(0, 1), match='c'>
