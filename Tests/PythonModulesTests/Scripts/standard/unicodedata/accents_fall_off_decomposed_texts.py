import unicodedata
text = "¿Dónde está? Ça va, naïve Σ"
print("".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn"))  # expect: ¿Donde esta? Ca va, naive Σ
print(len(unicodedata.normalize("NFC", "e\u0301")), unicodedata.normalize("NFKC", "ﬁ½Ａ"))  # expect: 1 fi1⁄2A
print(unicodedata.is_normalized("NFC", "é"), unicodedata.is_normalized("NFD", "é"))  # expect: True False
print([unicodedata.category(c) for c in "aA1 _-(\n中€"])  # expect: ['Ll', 'Lu', 'Nd', 'Zs', 'Pc', 'Pd', 'Ps', 'Cc', 'Lo', 'Sc']
print(unicodedata.name("é"), "|", unicodedata.name("\n", "none"), unicodedata.lookup("GREEK SMALL LETTER PI"))  # expect: LATIN SMALL LETTER E WITH ACUTE | none π
print(unicodedata.decimal("٣"), unicodedata.digit("²"), unicodedata.numeric("½"), unicodedata.combining("\u0301"))  # expect: 3 2 0.5 230
unicodedata.name("\n")  # raises: ValueError: no such name
