class G:
    def __getattribute__(self, name):
        return "got " + name
print(G().foo, G().__class__)  # expect: got foo got __class__
