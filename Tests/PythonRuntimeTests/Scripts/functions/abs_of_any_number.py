class A:
    def __abs__(self):
        return "abs"
print(abs(-5), abs(-2.5), abs(3 + 4j), abs(True), abs(A()), abs(-2**63))  # expect: 5 2.5 5.0 1 abs 9223372036854775808
abs("a")  # raises: TypeError: bad operand type for abs(): 'str'
