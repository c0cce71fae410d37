class A:
    def __divmod__(self, other):
        return "left"
    def __rdivmod__(self, other):
        return "right"
print(divmod(A(), 1), divmod(1, A()), divmod(7.5, 2))  # expect: left right (3.0, 1.5)
divmod("a", 1)  # raises: TypeError: unsupported operand type(s) for divmod(): 'str' and 'int'
