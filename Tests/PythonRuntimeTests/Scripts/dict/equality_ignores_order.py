print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} == {"a": 2}, {} != {})  # expect: True False False
{} < {}  # raises: TypeError: '<' not supported between instances of 'dict' and 'dict'
