from functools import wraps
def logged(function):
    @wraps(function)
    def wrapper(*args):
        return function(*args)
    return wrapper
@logged
def square(x):
    "The square."
    return x * x
print(square(3), square.__name__, square.__doc__, square.__wrapped__ is not square)  # expect: 9 square The square. True
