print(bool(), bool(0), bool(0.0), bool(0j), bool(""), bool(b""), bool(None))  # expect: False False False False False False False
print(bool(1), bool(-0.5), bool("0"), bool(float("nan")), bool(object()))  # expect: True True True True True
