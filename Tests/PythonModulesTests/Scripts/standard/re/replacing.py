import re
print(re.sub(r"(\w)(\w)", r"\2\1", "abcd"), re.sub("x*", "-", "abxd"), re.subn("a", "x", "aa"))  # expect: badc -a-b--d- ('xx', 2)
print(re.sub("a", lambda m: m.group().upper(), "banana", count=2))  # expect: bAnAna
print(re.sub("(?P<n>a)", r"<\g<n>\g<0>>", "a"), re.sub(r"\b", "|", "hi yo"))  # expect: <aa> |hi| |yo|
