text = "aé中😀"
print(len(text), text[0], text[2], text[-1], text[True])  # expect: 4 a 中 😀 é
print(text[1:3], text[::-1], text[-2:], text[:-1])  # expect: é中 😀中éa 中😀 aé中
print("abcdef"[4:1:-1], "abcdef"[::2], "abcdef"[5:-100:-2], "abc"[10:20] == "")  # expect: edc ace fdb True
