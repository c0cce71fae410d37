try:
    raise KeyError
except KeyError as e:
    print(repr(e))  # expect: KeyError()
