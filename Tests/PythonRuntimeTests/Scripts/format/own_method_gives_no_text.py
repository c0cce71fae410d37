class A:
    def __format__(self, specification):
        return 5
f"{A()}"  # raises: TypeError: __format__ must return a str, not int
