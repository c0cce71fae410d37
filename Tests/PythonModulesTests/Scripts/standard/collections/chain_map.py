from collections import ChainMap
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(m, m["a"], m["b"], dict(m), len(m), m.new_child({"z": 0}), m.parents)  # expect: ChainMap({'a': 1}, {'a': 2, 'b': 3}) 1 3 {'a': 1, 'b': 3} 2 ChainMap({'z': 0}, {'a': 1}, {'a': 2, 'b': 3}) ChainMap({'a': 2, 'b': 3})
m["q"] = 1
print(m.maps[0])  # expect: {'a': 1, 'q': 1}
m["none"]  # raises: KeyError: 'none'
