print("abcabc".find("bc"), "abcabc".rfind("bc"), "abcabc".find("bc", 2), "abcabc".find("bc", 2, 5))  # expect: 1 4 4 -1
print("éaéa".find("a"), "éaéa".rfind("é"), "éaéa".find("a", 2), "abc".find("x"))  # expect: 1 2 3 -1
print("abc".find("", 3), "abc".find("", 4), "abc".rfind(""), "abc".find("c", -1))  # expect: 3 -1 3 2
print("abc".index("c"), "abcabc".rindex("b"))  # expect: 2 4
