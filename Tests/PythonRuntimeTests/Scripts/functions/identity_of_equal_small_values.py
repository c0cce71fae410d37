a = b = []
print(id(a) == id(b), a is b, [] is [], id(None) == id(None))  # expect: True True False True
