print("  a b\t\nc  ".split(), "".split(), "   ".split())  # expect: ['a', 'b', 'c'] [] []
print("  a b  c ".split(None, 1), "  a b  c ".rsplit(None, 1), "a b".split(maxsplit=0))  # expect: ['a', 'b  c '] ['  a b', 'c'] ['a b']
print("a\u3000b\xa0c\u2003d".split())  # expect: ['a', 'b', 'c', 'd']
