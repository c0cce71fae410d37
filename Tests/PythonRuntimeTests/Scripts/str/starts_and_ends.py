print("abc".startswith("ab"), "abc".startswith("b", 1), "abc".startswith(("x", "a")), "abc".startswith(()))  # expect: True True True False
print("abc".endswith("bc"), "abc".endswith("b", 0, 2), "abc".endswith(("x", "c")), "abc".startswith("", 4))  # expect: True True True False
