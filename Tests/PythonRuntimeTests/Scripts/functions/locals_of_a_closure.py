def outer():
    v = 1
    def inner():
        return v, locals()
    return inner()
print(outer())  # expect: (1, {'v': 1})
