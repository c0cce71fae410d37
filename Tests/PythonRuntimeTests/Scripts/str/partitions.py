print("a-b-c".partition("-"), "a-b-c".rpartition("-"))  # expect: ('a', '-', 'b-c') ('a-b', '-', 'c')
print("abc".partition("-"), "abc".rpartition("-"))  # expect: ('abc', '', '') ('', '', 'abc')
