import time


def failure(call):
    try:
        return call()
    except (TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


print(failure(lambda: time.sleep("a")))  # expect: TypeError: 'str' object cannot be interpreted as an integer
print(failure(lambda: time.gmtime("a")))  # expect: TypeError: 'str' object cannot be interpreted as an integer
print(failure(lambda: time.strftime(1)))  # expect: TypeError: strftime() argument 1 must be str, not int
print(time.gmtime(True).tm_sec, time.sleep(0), time.gmtime(1.9).tm_sec)  # expect: 1 None 1
