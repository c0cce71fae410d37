def failure(call):
    try:
        return call()
    except TypeError as error:
        return str(error)


def extend(base):
    class C(base):
        pass
    return C


print(failure(lambda: extend(1)))  # expect: int() takes at most 2 arguments (3 given)
print(failure(lambda: extend("ab")) is None)  # expect: False
print(failure(lambda: type("C", (object, object), {})))  # expect: duplicate base class object
