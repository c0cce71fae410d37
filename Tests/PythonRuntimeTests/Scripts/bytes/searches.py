print(b"abcabc".find(b"bc"), b"abcabc".rfind(98), b"abc".find(b"x"), b"aaa".count(b"a"), b"abc".index(b"c"))  # expect: 1 4 -1 3 2
print(b"abc".startswith(b"a"), b"abc".endswith((b"x", b"c")), b"abc".removeprefix(b"a"), b"abc".removesuffix(b"c"))  # expect: True True b'bc' b'ab'
b"abc".index(b"x")  # raises: ValueError: subsection not found
