try:
    try:
        raise ExceptionGroup("group", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("x")
except ExceptionGroup as error:
    print(repr(error), error.__context__)  # expect: ExceptionGroup('', [KeyError('x'), ExceptionGroup('group', [TypeError(2)])]) None
    print([type(member.__context__).__name__ for member in error.exceptions])  # expect: ['ExceptionGroup', 'NoneType']
