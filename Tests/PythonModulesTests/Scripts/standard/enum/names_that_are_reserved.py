from enum import Enum, IntFlag


def failure(name):
    try:
        Enum("E", {name: 1})
    except ValueError as error:
        return str(error)


print(failure("_x_"))  # expect: _sunder_ names, such as '_x_', are reserved for future Enum use
print(failure("mro"))  # expect: invalid enum member name(s) 'mro'


class Access(IntFlag):
    READ = 4
    WRITE = 2


print(repr(Access.READ | Access.WRITE), repr(Access(7)), list(Access(6)))  # expect: <Access.READ|WRITE: 6> <Access.READ|WRITE|1: 7> [<Access.READ: 4>, <Access.WRITE: 2>]
