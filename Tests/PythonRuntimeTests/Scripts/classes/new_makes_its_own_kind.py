def failure(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Small(int):
    pass


print(int.__new__(Small, 3) + 1, type(int.__new__(Small, 3)).__name__)  # expect: 4 Small
print(failure(lambda: int.__new__(str)))  # expect: TypeError: int.__new__(str): str is not a subtype of int
print(failure(lambda: int.__new__(bool)))  # expect: TypeError: int.__new__(bool) is not safe, use bool.__new__()
print(failure(lambda: object.__new__(list)))  # expect: TypeError: object.__new__(list) is not safe, use list.__new__()
print(failure(lambda: tuple.__new__(3)))  # expect: TypeError: tuple.__new__(X): X is not a type object (int)
print(failure(lambda: float.__new__()))  # expect: TypeError: float.__new__(): not enough arguments
