# a pipeline of generators
def numbers(count):
    for number in range(count):
        yield number


def squares(numbers):
    for number in numbers:
        yield number * number


def windows(values):
    previous = 0
    for value in values:
        yield value - previous
        previous = value


odd = (value for value in windows(squares(numbers(1_000_000))) if value % 3)
print(sum(odd))
