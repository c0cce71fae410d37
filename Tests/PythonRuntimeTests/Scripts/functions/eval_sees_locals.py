def f():
    local = 5
    return eval("local * 2")
print(f())  # expect: 10
