print("abc".isalpha(), "ab1".isalpha(), "".isalpha(), "中".isalpha(), "ab1".isalnum(), "a_".isalnum())  # expect: True False False True True False
print("12".isdigit(), "²".isdigit(), "²".isdecimal(), "½".isnumeric(), "一".isnumeric(), "٣".isdecimal(), "Ⅷ".isdigit())  # expect: True True False True True True False
print(" \t\u3000".isspace(), "\u200b".isspace(), "abc".isascii(), "é".isascii(), "".isascii())  # expect: True False True False True
print("a\n".isprintable(), "é".isprintable(), "\xa0".isprintable(), "".isprintable())  # expect: False True False True
print("_a1".isidentifier(), "1a".isidentifier(), "中".isidentifier(), "a-b".isidentifier(), "class".isidentifier())  # expect: True False True False True
