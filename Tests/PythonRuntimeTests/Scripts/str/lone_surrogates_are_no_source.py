def failure(call):
    try:
        return call()
    except UnicodeEncodeError as error:
        return str(error)


print(failure(lambda: eval("'\ud800'")))  # expect: 'utf-8' codec can't encode character '\ud800' in position 1: surrogates not allowed
print(failure(lambda: exec("\udc00 = 1")))  # expect: 'utf-8' codec can't encode character '\udc00' in position 0: surrogates not allowed
print(eval(repr("\ud800")) == "\ud800")  # expect: True
