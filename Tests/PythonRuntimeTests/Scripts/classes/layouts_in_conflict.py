def failure(*bases):
    try:
        return type("C", bases, {}).__base__.__name__
    except TypeError as error:
        return str(error)


class Plain:
    pass


class Slotted:
    __slots__ = ("a",)


class AlsoSlotted:
    __slots__ = ("b",)


print(failure(int, str))  # expect: multiple bases have instance lay-out conflict
print(failure(list, dict))  # expect: multiple bases have instance lay-out conflict
print(failure(ValueError, KeyError))  # expect: ValueError
print(failure(Exception, int))  # expect: multiple bases have instance lay-out conflict
print(failure(OSError, SyntaxError))  # expect: multiple bases have instance lay-out conflict
print(failure(Plain, int))  # expect: int
print(failure(Slotted, AlsoSlotted))  # expect: multiple bases have instance lay-out conflict
print(failure(Slotted, Plain))  # expect: Slotted
