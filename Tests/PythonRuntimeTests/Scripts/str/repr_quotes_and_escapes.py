print(repr("a"), repr("it's"), repr('say "x"'), repr('it\'s "x"'), repr("\\"))  # expect: 'a' "it's" 'say "x"' 'it\'s "x"' '\\'
print(repr("\n\t\r\x00\x7f\x80\xa0\xad"), repr("中é😀"), repr("\u200b\u2028\ufeff\ue000"))  # expect: '\n\t\r\x00\x7f\x80\xa0\xad' '中é😀' '\u200b\u2028\ufeff\ue000'
print(ascii("中é😀\x80"), ascii(["é"]))  # expect: '\u4e2d\xe9\U0001f600\x80' ['\xe9']
