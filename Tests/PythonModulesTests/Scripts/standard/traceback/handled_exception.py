import traceback
try:
    1 / 0
except ZeroDivisionError as error:
    text = traceback.format_exc().splitlines()
    print(text[0], text[-1], traceback.format_exception_only(error))  # expect: Traceback (most recent call last): ZeroDivisionError: division by zero ['ZeroDivisionError: division by zero\n']
print(repr(traceback.format_exc()))  # expect: 'NoneType: None\n'
