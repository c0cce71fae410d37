try:
    1 / 0
except ZeroDivisionError as e:
    pass
e  # raises: NameError: name 'e' is not defined
