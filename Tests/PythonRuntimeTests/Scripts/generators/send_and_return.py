def g():
    got = yield 1
    print("got", got)
    yield 2
    return "end"
it = g()
print(next(it), it.send("hi"))  # expect: got hi
# expect: 1 2
try:
    next(it)
except StopIteration as e:
    print(e.value, repr(e))  # expect: end StopIteration('end')
print(list(it))  # expect: []
