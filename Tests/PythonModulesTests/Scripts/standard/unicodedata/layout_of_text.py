import unicodedata

print([unicodedata.east_asian_width(c) for c in "a1中ア Ａ¡́αｱ가😀￦"])  # expect: ['Na', 'Na', 'W', 'W', 'Na', 'F', 'A', 'A', 'A', 'H', 'W', 'W', 'F']
print([unicodedata.bidirectional(c) for c in "a1 ,א中٠\n\t+$ع̈%"])  # expect: ['L', 'EN', 'WS', 'CS', 'R', 'L', 'AN', 'B', 'S', 'ES', 'ET', 'AL', 'NSM', 'ET']
print([unicodedata.bidirectional(c) for c in "‎‏‪⁦ 	"])  # expect: ['L', 'R', 'LRE', 'LRI', 'WS', 'S']
print(sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in "循环 RNN 网络"))  # expect: 13
unicodedata.east_asian_width("ab")  # raises: TypeError: east_asian_width() argument must be a unicode character, not str
