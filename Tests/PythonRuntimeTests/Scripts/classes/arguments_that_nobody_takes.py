class Made:
    def __new__(cls, *arguments):
        return super().__new__(cls, *arguments)


class Initialized:
    def __init__(self, *arguments):
        super().__init__(*arguments)


def failure(call):
    try:
        return call()
    except TypeError as error:
        return str(error)


print(failure(lambda: Made(1)))  # expect: object.__new__() takes exactly one argument (the type to instantiate)
print(failure(lambda: Initialized(1)))  # expect: object.__init__() takes exactly one argument (the instance to initialize)
print(failure(lambda: object(1)))  # expect: object() takes no arguments
