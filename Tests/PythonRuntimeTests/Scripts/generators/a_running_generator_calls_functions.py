def double(value):
    return value * 2


class Pair:
    def __init__(self, first, second):
        self.first, self.second = first, second

    def __iter__(self):
        yield self.first
        yield from [self.second]

    @property
    def total(self):
        return self.first + self.second


def quiet(count):
    for number in range(count):
        yield number


def mixed(count, *, scale=1):
    state = "kept"
    for number in quiet(count):
        yield number
        yield double(number) * scale
        pair = Pair(number, double(number))
        yield pair.total, list(pair), max(*pair), sorted([number, -number], key=abs)
    print(state, number)


def outer():
    sent = yield 0
    while sent is not None:
        try:
            sent = yield double(sent)
        except ValueError as error:
            print("caught", error, double(4))
            sent = yield -1
    return "done"


print(list(mixed(3, scale=2)))
print([x + y for x in quiet(2) for y in mixed(1) if isinstance(y, int)])
waiting = outer()
print(next(waiting), waiting.send(5), waiting.send(6), waiting.throw(ValueError("v")))
print(waiting.send(7))
try:
    waiting.send(None)
except StopIteration as stop:
    print(stop.value)


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        for value in tree(depth - 1):
            yield value


print(list(tree(4)))


def fails(n):
    for i in quiet(n):
        yield 1 / (1 - i)


try:
    for value in fails(3):
        print(value)
except ZeroDivisionError as error:
    print(error)


def forever():
    return (x for x in forever())


try:
    for x in forever():
        pass
except RecursionError:
    print("too deep")


def deep():
    for x in deep():
        yield x


try:
    next(deep())
except RecursionError as error:
    print("too deep")
print(sum(x for x in quiet(1000) if x % 3), dict(zip(quiet(2), quiet(3))))
a, b, *c = quiet(5)
print(a, b, c)
# expect: kept 2
# expect: [0, 0, (0, [0, 0], 0, [0, 0]), 1, 4, (3, [1, 2], 2, [1, -1]), 2, 8, (6, [2, 4], 4, [2, -2])]
# expect: kept 0
# expect: kept 0
# expect: [0, 0, 1, 1]
# expect: caught v 8
# expect: 0 10 12 -1
# expect: 14
# expect: done
# expect: [1, 2, 1, 3, 1, 2, 1, 4, 1, 2, 1, 3, 1, 2, 1]
# expect: 1.0
# expect: division by zero
# expect: too deep
# expect: too deep
# expect: 332667 {0: 0, 1: 1}
# expect: 0 1 [2, 3, 4]
