class C:
    x: int = 1
    y: "str"
print(C.__annotations__)  # expect: {'x': <class 'int'>, 'y': 'str'}
