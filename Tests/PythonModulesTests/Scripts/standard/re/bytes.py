import re
print(re.findall(b"a.", b"abac"), re.sub(b"a", b"x", b"aa"))  # expect: [b'ab', b'ac'] b'xx'
