class Plain:
    pass


class Slotted(Plain):
    __slots__ = ("s",)


class Both:
    __slots__ = ("x", "__dict__")


value = Slotted()
value.s, value.t = 1, 2
print(vars(value), value.s, "s" in value.__dict__)  # expect: {'t': 2} 1 False
both = Both()
both.x = 1
both.y = 2
print(both.__dict__, both.x)  # expect: {'y': 2} 1
