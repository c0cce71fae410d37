print("aaaa".count("aa"), "aaaa".count("a", 1, 3), "abc".count(""), "é中".count(""), "abc".count("", 5))  # expect: 2 2 4 3 0
