import types
print(types.SimpleNamespace(a=1, b="x"), types.MappingProxyType({"a": 1}), types.FunctionType, types.NoneType, types.MethodType(lambda self: self + 1, 3)(), types.LambdaType is types.FunctionType)  # expect: namespace(a=1, b='x') {'a': 1} <class 'function'> <class 'NoneType'> 4 True
