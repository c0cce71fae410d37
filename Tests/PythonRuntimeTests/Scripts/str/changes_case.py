print("hello".upper(), "HELLO".lower(), "hello world".title(), "they're".title(), "hELLO".capitalize(), "Hello".swapcase())  # expect: HELLO hello Hello World They'Re Hello hELLO
print("ß".upper(), "ﬁ".upper(), "ǆabc".title(), "ŉ".upper(), "İ".lower() == "i\u0307", "ÉCOLE".capitalize())  # expect: SS FI ǅabc ʼN True École
print("ΑΣ".lower(), "ΑΣΑ".lower(), "Σ".lower(), "ΑΣ.".lower(), "ΑΣ".title())  # expect: ας ασα σ ας. Ας
print("ß".casefold(), "ẞ".casefold(), "ſ".casefold(), "ς".casefold(), "ꭰ".casefold() == "Ꭰ")  # expect: ss ss s σ True
