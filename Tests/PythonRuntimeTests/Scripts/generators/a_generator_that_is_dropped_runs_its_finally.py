def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


for number in numbers():
    print(number)
    break
print("behind")


def replaces():
    waiting = numbers()
    print(next(waiting))
    waiting = None
    print("end")


replaces()
# expect: 1
# expect: closed
# expect: behind
# expect: 1
# expect: closed
# expect: end
