def told(call):
    try:
        call()
    except TypeError as error:
        print(repr(str(error)))
told(lambda: [].__mul__())  # expect: ' expected 1 argument, got 0'
told(lambda: (1).__mul__())  # expect: 'expected 1 argument, got 0'
told(lambda: True.__pow__())  # expect: ' expected at least 1 argument, got 0'
