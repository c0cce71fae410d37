def failure(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(failure(lambda: str.upper(1)))  # expect: TypeError: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
print(failure(lambda: list.append((), 1)))  # expect: TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'tuple' object
print(failure(lambda: dict.get([], 1)))  # expect: TypeError: descriptor 'get' for 'dict' objects doesn't apply to a 'list' object
print(failure(lambda: str.format(1)))  # expect: TypeError: descriptor 'format' for 'str' objects doesn't apply to a 'int' object
print(failure(lambda: list(map(str.strip, [" a ", None]))))  # expect: TypeError: descriptor 'strip' for 'str' objects doesn't apply to a 'NoneType' object
print(list(map(str.strip, [" a ", "b "])))  # expect: ['a', 'b']
