import re
print(re.match("(?:a?)*$", "aaa") is not None)  # expect: True
print(re.findall("(?:ab+)+", "abbabxab"))  # expect: ['abbab', 'ab']
re.compile("a**")  # raises: re.error: multiple repeat at position 2
