def run(handlers):
    try:
        handlers()
    except BaseException as error:
        print(repr(error), getattr(error, "exceptions", None))


def one():
    try:
        raise ExceptionGroup("g", [KeyError("k"), TypeError("t")])
    except* KeyError:
        raise ValueError("new")
    except* TypeError:
        print("second")


def two():
    try:
        raise ExceptionGroup("g", [KeyError("k"), TypeError("t")])
    except* KeyError:
        raise ValueError("new")
    except* TypeError:
        raise ValueError("newer")


def rest():
    try:
        raise ExceptionGroup("g", [KeyError("k"), TypeError("t")])
    except* KeyError:
        raise ValueError("new")


for handlers in one, two, rest:
    run(handlers)
# expect: second
# expect: ValueError('new') None
# expect: ExceptionGroup('', [ValueError('new'), ValueError('newer')]) (ValueError('new'), ValueError('newer'))
# expect: ExceptionGroup('', [ValueError('new'), ExceptionGroup('g', [TypeError('t')])]) (ValueError('new'), ExceptionGroup('g', [TypeError('t')]))
