from datetime import date, datetime


def failure(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(failure(lambda: date.fromordinal(0)))  # expect: ValueError: ordinal must be >= 1
print(failure(lambda: date.fromordinal(10**10)))  # expect: OverflowError: signed integer is greater than maximum
print(failure(lambda: date.fromordinal(-(10**30))))  # expect: OverflowError: Python int too large to convert to C long
print(failure(lambda: date.fromordinal("a")))  # expect: TypeError: 'str' object cannot be interpreted as an integer
print(failure(lambda: datetime.strptime(None, "%Y")))  # expect: TypeError: strptime() argument 1 must be str, not None
print(failure(lambda: date(2024, 1, 1).strftime(1)))  # expect: TypeError: strftime() argument 1 must be str, not int
print(failure(lambda: datetime("a")))  # expect: TypeError: 'str' object cannot be interpreted as an integer
