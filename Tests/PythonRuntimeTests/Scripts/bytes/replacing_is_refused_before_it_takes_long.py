def size(make):
    try:
        return len(make())
    except MemoryError:
        return "too large"


million = b"x" * 10**6
print(size(lambda: million.replace(b"x", million)))
print(size(lambda: million.replace(b"x", b"yy", 3)))
print(size(lambda: million.decode().translate({120: "y" * 10**6})))
print(size(lambda: ("\t" * 10**5).expandtabs(10**8)))
print(size(lambda: b"aXbXc".replace(b"X", b"--")))
# expect: too large
# expect: 1000003
# expect: too large
# expect: too large
# expect: 7
