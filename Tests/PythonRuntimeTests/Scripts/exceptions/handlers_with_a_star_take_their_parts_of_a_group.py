try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError("t")])
except* ValueError as part:
    print(repr(part))  # expect: ExceptionGroup('eg', [ValueError(1)])
except* TypeError as part:
    print(part)  # expect: eg (1 sub-exception)
def run(exception):
    try:
        try:
            raise exception
        except* (KeyError, IndexError) as part:
            print("keys", part.exceptions)
        except* OSError:
            print("system")
        else:
            print("none")
        finally:
            print("over")
    except BaseException as error:
        print("left", repr(error))
run(KeyError("k"))
# expect: keys (KeyError('k'),)
# expect: over
run(ExceptionGroup("a", [KeyError(1), ExceptionGroup("b", [IndexError(2), ValueError(3)]), OSError(4)]))
# expect: keys (KeyError(1), ExceptionGroup('b', [IndexError(2)]))
# expect: system
# expect: over
# expect: left ExceptionGroup('a', [ExceptionGroup('b', [ValueError(3)])])
run(ValueError(5))
# expect: over
# expect: left ValueError(5)
