class C:
    def m(self):
        pass
    def __repr__(self):
        return "C()"
print(C().m, C.m.__qualname__)  # expect: <bound method C.m of C()> C.m
