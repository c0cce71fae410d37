print(["  a ".strip(), "  a ".lstrip(), "  a ".rstrip(), "\u3000a\u3000".strip(), "\x1c a".strip()])  # expect: ['a', 'a ', '  a', 'a', 'a']
print("xyaxy".strip("yx"), "xxaxx".lstrip("x"), "中a中".rstrip("中"), ["abc".strip("cba"), "abc".strip("")])  # expect: a axx 中a ['', 'abc']
