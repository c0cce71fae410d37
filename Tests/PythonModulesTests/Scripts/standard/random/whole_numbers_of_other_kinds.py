import random


def failure(call):
    try:
        return call()
    except (TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


random.seed(3)
expected = random.randint(1, 10)
random.seed(3)
print(random.randint(1.0, 10.0) == expected)  # expect: True
print(failure(lambda: random.randint(1.5, 3)))  # expect: ValueError: non-integer arg 1 for randrange()
print(failure(lambda: random.randint(1, 2.5)))  # expect: ValueError: non-integer stop for randrange()
print(failure(lambda: random.randint("a", 1)))  # expect: ValueError: invalid literal for int() with base 10: 'a'
print(failure(lambda: random.randrange(0)))  # expect: ValueError: empty range for randrange()
print(failure(lambda: random.randrange(5, 5)))  # expect: ValueError: empty range for randrange() (5, 5, 0)
print(failure(lambda: random.randrange(1, 10, 0)))  # expect: ValueError: zero step for randrange()
print(failure(lambda: random.randbytes(-1)))  # expect: ValueError: number of bits must be non-negative
