table = str.maketrans("abc", "xyz", "d")
print("abcd".translate(table), table)  # expect: xyz {97: 120, 98: 121, 99: 122, 100: None}
print("abc".translate({97: None, 98: "BB", 99: 67}), "abc".translate(str.maketrans({"a": "1", 98: None})))  # expect: BBC 1c
