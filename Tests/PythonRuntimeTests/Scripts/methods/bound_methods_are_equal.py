class C:
    def m(self):
        pass
c = C()
print(c.m == c.m, c.m is c.m, c.m.__self__ is c, c.m.__func__ is C.m, c.m.__name__)
# expect: True False True True m
