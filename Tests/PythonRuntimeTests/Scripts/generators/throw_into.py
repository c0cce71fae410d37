def g():
    try:
        yield 1
    except ValueError as e:
        print("caught", e)
        yield 99
    finally:
        print("closed")
it = g()
next(it)
print(it.throw(ValueError("x")))  # expect: caught x
# expect: 99
it.close()  # expect: closed
it.close()
