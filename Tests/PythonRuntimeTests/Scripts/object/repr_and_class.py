class C:
    pass
c = C()
print(c.__class__ is C, type(c) is C, repr(c).startswith("<__main__.C object at 0x"))
# expect: True True True
