try:
    try:
        raise ExceptionGroup("a", [ValueError(1), KeyError(2), OSError(3)])
    except* ValueError:
        raise TypeError("new")
    except* KeyError as part:
        raise
except BaseException as error:
    print(repr(error))  # expect: ExceptionGroup('', [TypeError('new'), ExceptionGroup('a', [KeyError(2), OSError(3)])])
try:
    try:
        raise ValueError(1)
    except* ValueError:
        raise TypeError("new")
except BaseException as error:
    print(repr(error), repr(error.__context__))  # expect: TypeError('new') ExceptionGroup('', (ValueError(1),))
try:
    raise ValueError(1)
except* ExceptionGroup:  # raises: TypeError: catching ExceptionGroup with except* is not allowed. Use except instead.
    pass
