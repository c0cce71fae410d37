print("bc" in "abc", "" in "abc", "ca" in "abc", "中" in "a中b", "x" not in "abc")  # expect: True True False True True
1 in "abc"  # raises: TypeError: 'in <string>' requires string as left operand, not int
