def matches(arguments):
    class C:
        __match_args__ = arguments
        a = 1

    try:
        match C():
            case C(1):
                return True
            case _:
                return False
    except TypeError as error:
        return str(error)


print(matches(("a",)), matches(("b",)))  # expect: True False
print(matches(["a"]))  # expect: C.__match_args__ must be a tuple (got list)
print(matches((1,)))  # expect: __match_args__ elements must be strings (got int)
print(matches(()))  # expect: C() accepts 0 positional sub-patterns (1 given)
