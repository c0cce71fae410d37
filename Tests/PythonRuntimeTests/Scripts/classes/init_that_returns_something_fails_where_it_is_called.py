class Five:
    def __init__(self):
        a, b, c, d, e = 1, 2, 3, 4, 5
        a, b, c, d, e = a + b, b + c, c + d, d + e, e + a
        return a + b + c + d + e


def makes():
    Five()


try:
    makes()
except TypeError as error:
    print(error)  # expect: __init__() should return None, not 'int'
    print(error.__traceback__.tb_lineno)  # expect: 13
    print(error.__traceback__.tb_next.tb_lineno)  # expect: 9
    print(error.__traceback__.tb_next.tb_next)  # expect: None
