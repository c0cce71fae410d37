try:
    [*range(10**17)]
except MemoryError as error:
    print(repr(error))  # expect: MemoryError()
