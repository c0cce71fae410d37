print(b"abC".upper(), b"aBC".lower(), b"ab cd".title(), b"abC".swapcase(), b"aBC".capitalize(), b" a ".strip(), b"xax".strip(b"x"))  # expect: b'ABC' b'abc' b'Ab Cd' b'ABc' b'Abc' b'a' b'a'
print(b"ab".center(5, b"*"), b"ab".ljust(4), b"ab".rjust(4), b"-5".zfill(4), b"a\tb".expandtabs(4), b"abc".translate(None, b"b"))  # expect: b'**ab*' b'ab  ' b'  ab' b'-005' b'a   b' b'ac'
print(b"abc".isalpha(), b"12".isdigit(), b"a1".isalnum(), b" ".isspace(), b"AB".isupper(), b"ab".islower(), b"Ab".istitle(), b"\xff".isascii())  # expect: True True True True True True True False
