texts = []
for number in range(2000):
    text = "n" + str(number)
    if number % 3 == 0:
        texts.append(text)
    text += "-" * (number % 40)
    parts = text.split("-")
    if number % 5 == 0:
        texts.append(parts[0])
    pair = (text, number)
    if number % 7 == 0:
        texts.append(pair[0].rstrip("-"))
wanted = []
for number in range(2000):
    for step in 3, 5, 7:
        if number % step == 0:
            wanted.append("n%d" % number)
print(texts == wanted, len(texts))  # expect: True 1353
words = "é".join(["ab"] * 12)
print(words[1:8], words.count("é"), (words + "日")[-1], len(words + "日"))  # expect: béabéab 11 日 36
grown = ""
for number in range(30):
    grown += "日本"[number % 2] + "x" * (number % 3)
    last = grown[-1]
print(len(grown), last, grown[::7])  # expect: 60 x 日日x本xx本本x
