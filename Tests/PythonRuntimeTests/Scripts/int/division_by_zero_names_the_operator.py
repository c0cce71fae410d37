def text(operation):
    try:
        return operation()
    except ZeroDivisionError as error:
        return str(error)
print(text(lambda: 1 // 0))  # expect: integer division or modulo by zero
print(text(lambda: 1 % 0))  # expect: integer modulo by zero
print(text(lambda: 1 / 0))  # expect: division by zero
print(text(lambda: divmod(1, 0)))  # expect: integer division or modulo by zero
