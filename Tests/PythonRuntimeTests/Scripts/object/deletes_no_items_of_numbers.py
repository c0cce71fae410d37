def told(thing, key):
    try:
        del thing[key]
    except TypeError as error:
        print(error)
told(3, 0)  # expect: 'int' object does not support item deletion
told((1,), 0)  # expect: 'tuple' object doesn't support item deletion
told((1,), "a")  # expect: 'tuple' object does not support item deletion
told("ab", slice(1))  # expect: 'str' object does not support item deletion
