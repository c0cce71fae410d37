print(b"\xe4\xb8\xad".decode(), b"\xe9".decode("latin-1"), b"\xff\xfea\x00".decode("utf-16"), b"\xef\xbb\xbfa".decode("utf-8-sig"))  # expect: 中 é a a
print(b"a\xffb".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"), b"a\xffb".decode("utf-8", "backslashreplace"), b"\xe4\xb8a".decode(errors="replace"))  # expect: a�b ab a\xffb �a
