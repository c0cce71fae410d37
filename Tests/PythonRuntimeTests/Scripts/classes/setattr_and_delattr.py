class S:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value * 2)
    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)
s = S()
s.v = 2
print(s.v)  # expect: 4
del s.v  # expect: del v
