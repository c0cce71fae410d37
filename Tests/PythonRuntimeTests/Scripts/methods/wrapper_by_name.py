for call in (lambda: (4).__hash__.foo, lambda: [].append.foo, lambda: "a".join.foo):
    try:
        call()
    except AttributeError as error:
        message = str(error)
        print(message)
# expect: 'method-wrapper' object has no attribute 'foo'
# expect: 'builtin_function_or_method' object has no attribute 'foo'
# expect: 'builtin_function_or_method' object has no attribute 'foo'
