# The lines of a traceback


def lines(call):
    try:
        call()
    except Exception as error:
        place, found = error.__traceback__, []
        while place is not None:
            found.append(place.tb_lineno)
            place = place.tb_next
        return found[1:]


def fail():
    try:
        1 / 0
    except ZeroDivisionError:
        raise


def again():
    raise


def helped():
    try:
        1 / 0
    except ZeroDivisionError:
        again()


print(lines(fail), lines(helped))  # expect: [17] [30, 28]
