import enum


class Mode(enum.IntFlag):
    READ = 1
    WRITE = 2


for value in 1, 3, 4, 5, 8:
    print(repr(Mode(value)), str(Mode(value)), Mode(value) + 1)
# expect: <Mode.READ: 1> 1 2
# expect: <Mode.READ|WRITE: 3> 3 4
# expect: <Mode: 4> 4 5
# expect: <Mode.READ|4: 5> 5 6
# expect: <Mode: 8> 8 9
