print("a,b,,c".split(","), ",a,".split(","), "".split(","), "a--b--c".split("--"))  # expect: ['a', 'b', '', 'c'] ['', 'a', ''] [''] ['a', 'b', 'c']
print("a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "a,b,c".split(",", 0), "aaa".rsplit("aa"))  # expect: ['a', 'b,c'] ['a,b', 'c'] ['a,b,c'] ['a', '']
print("中,文".split(","), "a b c".split(sep=" ", maxsplit=1))  # expect: ['中', '文'] ['a', 'b c']
