print(hash("abc") == hash("ab" + "c"), {"a": 1}["".join(["a"])], len({"é", "e\u0301"}))  # expect: True 1 2
