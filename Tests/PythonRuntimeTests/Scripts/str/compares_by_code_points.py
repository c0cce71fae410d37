print("a" < "b", "Z" < "a", "é" > "z", "abc" < "abcd", "" < "a")  # expect: True True True True True
print("é" == "e\u0301", len("e\u0301"), "\uffff" < "\U00010000")  # expect: False 2 True
print("a" == 1, "a" != 1, "10" < "9")  # expect: False True True
