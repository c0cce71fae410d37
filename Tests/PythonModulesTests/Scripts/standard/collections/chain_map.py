from collections import ChainMap
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(m, m["a"], m["b"], dict(m), len(m), m.new_child({"c": 1}).maps)  # expect: ChainMap({'a': 1}, {'a': 2, 'b': 3}) 1 3 {'a': 1, 'b': 3} 2 [{'c': 1}, {'a': 1}, {'a': 2, 'b': 3}]
