def text(operation):
    try:
        return operation()
    except ZeroDivisionError as error:
        return str(error)
print(text(lambda: 1.0 / 0))  # expect: float division by zero
print(text(lambda: 1.0 // 0))  # expect: float floor division by zero
print(text(lambda: 1.0 % 0))  # expect: float modulo
print(text(lambda: divmod(1.0, 0)))  # expect: float divmod()
print(text(lambda: 0.0 ** -1))  # expect: 0.0 cannot be raised to a negative power
