class Mod7(int):
    def __add__(self, other):
        return Mod7(int(self) + int(other)) if int(self) + int(other) < 7 else Mod7(int(self) + int(other) - 7)
    __radd__ = __add__
print(Mod7(5) + 4, 4 + Mod7(5), sum([Mod7(3), Mod7(6)]))  # expect: 2 2 2
