# 500,000 exceptions
class Odd(ValueError):
    pass


def check(number):
    if number % 2:
        raise Odd("odd", number)
    return number


def run(count):
    caught = 0
    names = {}
    for number in range(count):
        try:
            check(number)
            names["missing"]
        except Odd as error:
            caught += len(error.args)
        except KeyError:
            caught += 1
        finally:
            caught += 1
    return caught


print(run(500_000))
