def failure(slots):
    try:
        return type("C", (), {"__slots__": slots}).__slots__
    except TypeError as error:
        return str(error)


print(failure(("a", "b")))  # expect: ('a', 'b')
print(failure("a b"))  # expect: __slots__ must be identifiers
print(failure(("1a",)))  # expect: __slots__ must be identifiers
print(failure((1,)))  # expect: __slots__ items must be strings, not 'int'
print(failure(("__dict__", "__dict__")))  # expect: __dict__ slot disallowed: we already got one
