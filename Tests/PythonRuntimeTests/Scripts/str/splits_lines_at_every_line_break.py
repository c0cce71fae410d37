print("a\nb\r\nc\rd".splitlines(), "a\n".splitlines(), "".splitlines(), "\n\n".splitlines())  # expect: ['a', 'b', 'c', 'd'] ['a'] [] ['', '']
print("a\r\nb\n".splitlines(True), "a\x0bb\x0cc\x1cd\x85e\u2028f".splitlines(keepends=True))  # expect: ['a\r\n', 'b\n'] ['a\x0b', 'b\x0c', 'c\x1c', 'd\x85', 'e\u2028', 'f']
