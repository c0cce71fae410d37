print("hello wORLD it's 3rd".title(), "Straße ÉCOLE".swapcase(), "ABC def".swapcase())  # expect: Hello World It'S 3Rd sTRASSE école abc DEF
print("中文 and ΑΒΣ".lower(), "中文 straße".upper(), "ǆabc déjà".title(), "한글 abc".capitalize())  # expect: 中文 and αβς 中文 STRASSE ǅabc Déjà 한글 abc
