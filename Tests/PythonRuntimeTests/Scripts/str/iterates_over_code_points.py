print(list("aé中😀"), [*"ab"], tuple("xy"))  # expect: ['a', 'é', '中', '😀'] ['a', 'b'] ('x', 'y')
for index, letter in enumerate("né"):
    last = (index, letter)
print(last, "".join(reversed("abc")))  # expect: (1, 'é') cba
