def failure(call):
    try:
        return call()
    except TypeError as error:
        return str(error)


print(failure(lambda: int.real.__get__("a")), int.real.__get__(5), int.real.__get__(True))  # expect: descriptor 'real' for 'int' objects doesn't apply to a 'str' object 5 1
print(failure(lambda: complex.imag.__get__(1)))  # expect: descriptor 'imag' for 'complex' objects doesn't apply to a 'int' object
