print("é中".encode(), "é".encode("latin-1"), "a中".encode("utf-16"), "a".encode("utf-16-be"), "a".encode("UTF8"))  # expect: b'\xc3\xa9\xe4\xb8\xad' b'\xe9' b'\xff\xfea\x00-N' b'\x00a' b'a'
print("é".encode("ascii", "replace"), "é".encode("ascii", "ignore"), "é".encode("ascii", "backslashreplace"), "é".encode("ascii", "xmlcharrefreplace"))  # expect: b'?' b'' b'\\xe9' b'&#233;'
