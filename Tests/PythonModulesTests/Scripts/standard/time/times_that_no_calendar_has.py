import time
def said(what):
    try:
        return what()
    except (ValueError, OverflowError, OSError, TypeError) as error:
        return f"{type(error).__name__}: {error}"
print(said(lambda: time.localtime(1e300)))  # expect: OverflowError: timestamp out of range for platform time_t
print(said(lambda: time.gmtime(float("nan"))))  # expect: ValueError: Invalid value NaN (not a number)
print(said(lambda: time.gmtime(2**62)))  # expect: OSError: [Errno 75] Value too large for defined data type
print(said(lambda: time.mktime((10**12, 1, 1, 0, 0, 0, 0, 0, -1))))  # expect: OverflowError: signed integer is greater than maximum
print(said(lambda: time.strftime("%Y", (1, 2, 3))))  # expect: TypeError: strftime(): illegal time tuple argument
print(said(lambda: time.asctime((2020, 13, 1, 0, 0, 0, 0, 1, 0))))  # expect: ValueError: month out of range
print(said(lambda: time.sleep(float("nan"))))  # expect: ValueError: Invalid value NaN (not a number)
