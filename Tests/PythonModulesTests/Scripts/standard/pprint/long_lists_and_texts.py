from pprint import pprint
pprint(list(range(40)), compact=True)  # expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
# expect:  22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39]
pprint(["a word " * 8, "b"], width=30)  # expect: ['a word a word a word a '
# expect:  'word a word a word a word '
# expect:  'a word ',
# expect:  'b']
pprint({"k" * 10: tuple("abcdefghij"), "s": {3, 1, 2}}, width=30)  # expect: {'kkkkkkkkkk': ('a',
# expect:                 'b',
# expect:                 'c',
# expect:                 'd',
# expect:                 'e',
# expect:                 'f',
# expect:                 'g',
# expect:                 'h',
# expect:                 'i',
# expect:                 'j'),
# expect:  's': {1, 2, 3}}
